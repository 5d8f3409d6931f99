import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { boxAround, grow, type Point } from '../../shared/geometry/box.ts';
import { isLocked, markHit } from '../../shared/scene/hitTest.ts';
import { marksNear } from '../../shared/scene/marksNear.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Places along a line, so close together that a disk of that radius covers it all. */
function alongLine(from: Point, to: Point, radius: number): readonly Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / Math.max(0.5, radius)));
  return Array.from({ length: steps }, (_, i) => ({ x: from.x + ((to.x - from.x) * (i + 1)) / steps, y: from.y + ((to.y - from.y) * (i + 1)) / steps }));
}

/** Takes away whole strokes and other marks that it touches; what is locked or prepared stays. One gesture is one step. */
export function eraserTool(context: ToolContext): Tool {
  let struck: Set<MarkId> | null = null;
  let last: Point | null = null;

  const radius = (): number => context.style().eraserUnits / 2;
  const strike = (pointer: ToolPointer): void => {
    if (!struck) return;
    const path: Point[] = [];
    for (const { at } of pointer.samples) {
      path.push(...(last ? alongLine(last, at, radius()) : [at]));
      last = at;
    }
    const before = struck.size;
    const view = context.view();
    for (const mark of marksNear(view, context.page(), grow(boxAround(path), radius() + 0.5))) {
      if (!struck.has(mark.id) && !isLocked(mark, view) && path.some((at) => markHit(mark, view, at, radius()))) struck.add(mark.id);
    }
    if (struck.size > before) context.hide([...struck]);
  };
  const finish = (): void => {
    struck = null;
    last = null;
  };
  const ring = (pointer: ToolPointer): void => {
    const newest = pointer.samples[pointer.samples.length - 1];
    if (newest) context.overlay({ kind: 'ring', at: newest.at, radiusUnits: radius() });
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
    up(pointer) {
      strike(pointer);
      const { board } = context.view();
      const ids = [...(struck ?? [])].filter((id) => markOf(board, id) !== undefined);
      finish();
      if (ids.length > 0) context.do({ type: 'marks.remove', ids });
      context.hide([]);
    },
    cancel() {
      finish();
      context.hide([]);
      context.overlay(null);
    },
    hover: ring,
    leave: () => context.overlay(null),
  };
}
