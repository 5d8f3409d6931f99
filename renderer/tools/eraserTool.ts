import { boxAround, grow, type Point } from '../../shared/geometry/box.ts';
import { isLocked } from '../../shared/scene/hitTest.ts';
import { marksNear } from '../../shared/scene/marksNear.ts';
import { rubPart } from './rubPart.ts';
import { NOTHING, rubWhole, type Rubbing } from './rubWhole.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Takes away whole marks, or only the ink under its ring; what is locked or prepared stays. One gesture is one step. */
export function eraserTool(context: ToolContext): Tool {
  let gesture: { readonly rubbing: Rubbing; last: Point | null } | null = null;

  const radius = (): number => context.style().eraserUnits / 2;
  const strike = ({ samples }: ToolPointer): void => {
    if (!gesture || samples.length === 0) return;
    const way = [...(gesture.last ? [gesture.last] : []), ...samples.map(({ at }) => at)];
    const view = context.view();
    // One search for all that came since the last event.
    const near = marksNear(view, context.page(), grow(boxAround(way), radius() + 0.5)).filter((mark) => !isLocked(mark, view));
    for (let i = way.length === 1 ? 0 : 1; i < way.length; i++) gesture.rubbing.pass(near, way[Math.max(0, i - 1)] as Point, way[i] as Point, radius());
    gesture.last = way[way.length - 1] as Point;
  };
  const ring = (pointer: ToolPointer): void => {
    const newest = pointer.samples[pointer.samples.length - 1];
    if (newest) context.overlay({ kind: 'ring', at: newest.at, radiusUnits: radius(), ...(gesture?.rubbing.shown() ?? NOTHING) });
  };

  return {
    name: 'eraser',
    cursor: 'none',
    down(pointer) {
      gesture = { rubbing: context.style().eraserPart ? rubPart(context) : rubWhole(context), last: null };
      strike(pointer);
      ring(pointer);
    },
    move(pointer) {
      if (!gesture) return;
      strike(pointer);
      ring(pointer);
    },
    up(pointer) {
      strike(pointer);
      const done = gesture;
      gesture = null;
      done?.rubbing.finish();
      ring(pointer);
      context.hide([]);
    },
    cancel() {
      gesture = null;
      context.hide([]);
      context.overlay(null);
    },
    hover: ring,
    leave: () => context.overlay(null),
  };
}
