import type { MarkId } from '../../shared/base/ids.ts';
import { marksOnPage } from '../../shared/board/buckets.ts';
import { isLocked, markHit } from '../../shared/scene/hitTest.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Takes away whole strokes and other marks that it touches; what is locked or prepared stays. One gesture is one step. */
export function eraserTool(context: ToolContext): Tool {
  let struck: Set<MarkId> | null = null;

  const radius = (): number => context.style().eraserUnits / 2;
  const strike = (pointer: ToolPointer): void => {
    const view = context.view();
    const before = struck?.size ?? 0;
    for (const mark of marksOnPage(view.board, context.page())) {
      if (!struck || struck.has(mark.id) || isLocked(mark, view)) continue;
      if (pointer.samples.some(({ at }) => markHit(mark, view, at, radius()))) struck.add(mark.id);
    }
    if (struck && struck.size > before) context.hide([...struck]);
  };
  const ring = (pointer: ToolPointer): void => {
    const last = pointer.samples[pointer.samples.length - 1];
    if (last) context.overlay({ kind: 'ring', at: last.at, radiusUnits: radius() });
  };

  return {
    name: 'eraser',
    cursor: 'none',
    down(pointer) {
      struck = new Set();
      strike(pointer);
      ring(pointer);
    },
    move(pointer) {
      if (!struck) return;
      strike(pointer);
      ring(pointer);
    },
    up() {
      if (struck && struck.size > 0) context.do({ type: 'marks.remove', ids: [...struck] });
      struck = null;
      context.hide([]);
    },
    cancel() {
      struck = null;
      context.hide([]);
      context.overlay(null);
    },
    hover: ring,
    leave: () => context.overlay(null),
  };
}
