import type { PageId } from '../base/ids.ts';
import type { Buckets } from '../board/board.ts';
import type { Mark } from '../board/marks.ts';
import { grow, overlaps, type Box } from '../geometry/box.ts';
import { markBox, type SceneContext } from './markNode.ts';

/** How far a hand-drawn line wanders beside its form, board units. */
export const WANDER_UNITS = 2;

/** What stands out of a mark's box: lettering over the upper line of a frame, half a line. */
function airOf(mark: Mark): number {
  if (mark.kind === 'connector') return WANDER_UNITS + mark.widthUnits / 2;
  if (mark.kind !== 'shape') return WANDER_UNITS;
  return WANDER_UNITS + mark.widthUnits / 2 + (mark.form === 'frame' ? mark.textSizeUnits : 0);
}

/** The box outside of which a mark is never touched by a point. */
export function touchBox(mark: Mark, context: SceneContext): Box {
  return grow(markBox(mark, context), airOf(mark));
}

/**
 * The marks of one page in one bucket, and the edges of their boxes (left, top, right, bottom of each, packed: looking
 * through numbers is many times faster than through objects). A mark whose box depends on others has the whole plane.
 */
type Touchables = { readonly marks: readonly Mark[]; readonly edges: Float64Array };

/** Per bucket: a gesture makes one new bucket of 256 and leaves the others as they were. */
const kept = new WeakMap<Buckets[string], ReadonlyMap<PageId, Touchables>>();

function touchablesOf(marks: readonly Mark[], context: SceneContext): Touchables {
  const depends = (mark: Mark): boolean => mark.kind === 'card' || mark.kind === 'connector' || (mark.kind === 'stroke' && !context.inks.has(mark.ink));
  const edges = new Float64Array(marks.length * 4);
  marks.forEach((mark, i) => {
    const box = depends(mark) ? null : touchBox(mark, context);
    edges.set(box ? [box.x, box.y, box.x + box.w, box.y + box.h] : [-Infinity, -Infinity, Infinity, Infinity], i * 4);
  });
  return { marks, edges };
}

function touchablesIn(bucket: Buckets[string], context: SceneContext): ReadonlyMap<PageId, Touchables> {
  const known = kept.get(bucket);
  if (known) return known;
  const perPage = new Map<PageId, Mark[]>();
  for (const mark of Object.values(bucket)) {
    const marks = perPage.get(mark.page);
    if (marks) marks.push(mark); else perPage.set(mark.page, [mark]);
  }
  const touchables = new Map([...perPage].map(([page, marks]) => [page, touchablesOf(marks, context)] as const));
  kept.set(bucket, touchables);
  return touchables;
}

/** The marks of a page in one bucket that a touch of an area could reach, in no order: for who goes through a board a little at a time. */
export function marksNearIn(bucket: Buckets[string], context: SceneContext, page: PageId, area: Box): readonly Mark[] {
  const touchables = touchablesIn(bucket, context).get(page);
  if (!touchables) return [];
  const near: Mark[] = [];
  const right = area.x + area.w, bottom = area.y + area.h;
  const { marks, edges } = touchables;
  for (let i = 0; i < marks.length; i++) {
    const k = i * 4;
    if ((edges[k] as number) >= right || (edges[k + 2] as number) <= area.x || (edges[k + 1] as number) >= bottom || (edges[k + 3] as number) <= area.y) continue;
    const mark = marks[i] as Mark;
    if (edges[k] !== -Infinity || overlaps(touchBox(mark, context), area)) near.push(mark);
  }
  return near;
}

/** The marks of a page that a touch of an area could reach, in no order: quick to ask on a board of any size. */
export function marksNear(context: SceneContext, page: PageId, area: Box): readonly Mark[] {
  return Object.values(context.board.buckets).flatMap((bucket) => marksNearIn(bucket, context, page, area));
}
