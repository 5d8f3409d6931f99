import type { StampMark } from '../../shared/board/marks.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Puts the chosen stamp down where the pointer is: a drawn one as one mark, an own one as the marks it was made of. A ghost shows beforehand where it lands. */
export function stampTool(context: ToolContext): Tool {
  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };
  const stampAt = (at: Point, id: StampMark['id']): StampMark | null => {
    const { stamp, color } = context.style();
    if (!stamp) return null;
    const half = stamp.sizeUnits / 2;
    return {
      kind: 'stamp', id, page: context.page(), layer: 'harvest', order: context.topOrder(), matrix: translation(at.x - half, at.y - half), locked: false,
      stamp: stamp.id, sizeUnits: stamp.sizeUnits, color: stamp.ownColors ? null : color, alt: stamp.alt, outline: stamp.outline,
    };
  };
  const ghost = (pointer: ToolPointer): void => {
    const { kept } = context.style();
    if (kept) return context.overlay(kept.ghost(newest(pointer)));
    const mark = stampAt(newest(pointer), 'ghost' as StampMark['id']);
    if (mark) context.overlay({ kind: 'nodes', opacity: 0.45, nodes: [markNode(mark, context.view())] });
  };
  return {
    name: 'stamp',
    cursor: 'copy',
    down: ghost,
    move: ghost,
    hover: ghost,
    up(pointer) {
      const { kept } = context.style();
      if (kept) {
        context.overlay(null);
        return kept.put(newest(pointer));
      }
      const mark = stampAt(newest(pointer), context.newMarkId());
      context.overlay(null);
      if (mark && context.do({ type: 'marks.put', what: 'stamp', marks: [mark] })) context.keep(mark);
    },
    cancel: () => context.overlay(null),
    leave: () => context.overlay(null),
  };
}
