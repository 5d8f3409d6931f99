import type { PageId } from '../base/ids.ts';
import type { Buckets } from '../board/board.ts';
import type { Mark } from '../board/marks.ts';
import { grow, overlaps, type Box } from '../geometry/box.ts';
import { markBox, rigid, type SceneContext } from './markNode.ts';

/** How far a hand-drawn line wanders beside its form, board units. */
export const WANDER_UNITS = 2;

/** What stands out of a mark's box: lettering over the upper line of a frame, the bows of a cloud, half a line. */
function airOf(mark: Mark): number {
  if (mark.kind === 'connector') return WANDER_UNITS + mark.widthUnits / 2;
  if (mark.kind !== 'shape') return WANDER_UNITS;
  const { size } = rigid(mark.matrix, mark);
  const bows = mark.form === 'cloud' ? 0.2 * Math.max(size.w, size.h) : 0;
  return WANDER_UNITS + mark.widthUnits / 2 + bows + (mark.form === 'frame' ? mark.textSizeUnits : 0);
}

/** The box outside of which a mark is never touched by a point. */
export function touchBox(mark: Mark, context: SceneContext): Box {
  return grow(markBox(mark, context), airOf(mark));
}

/** A mark with its box, or without where the box depends on more than the mark. */
type Touchable = { readonly mark: Mark; readonly box: Box | null };

/** Per bucket: a gesture makes one new bucket of 256 and leaves the others as they were. */
const kept = new WeakMap<Buckets[string], readonly Touchable[]>();

function touchablesIn(bucket: Buckets[string], context: SceneContext): readonly Touchable[] {
  const known = kept.get(bucket);
  if (known) return known;
  const depends = (mark: Mark): boolean => mark.kind === 'card' || mark.kind === 'connector' || (mark.kind === 'stroke' && !context.inks.has(mark.ink));
  const touchables = Object.values(bucket).map((mark): Touchable => ({ mark, box: depends(mark) ? null : touchBox(mark, context) }));
  kept.set(bucket, touchables);
  return touchables;
}

/** The marks of a page that a touch of an area could reach, in no order: quick to ask on a board of any size. */
export function marksNear(context: SceneContext, page: PageId, area: Box): readonly Mark[] {
  const near: Mark[] = [];
  for (const bucket of Object.values(context.board.buckets)) {
    for (const { mark, box } of touchablesIn(bucket, context)) {
      if (mark.page === page && overlaps(box ?? touchBox(mark, context), area)) near.push(mark);
    }
  }
  return near;
}
