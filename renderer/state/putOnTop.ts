import type { PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { touchedMarks, type Change } from '../../shared/board/change.ts';
import type { StrokeMark } from '../../shared/board/marks.ts';
import { highestOrder } from './orders.ts';

/** More strokes than this are not a gesture of the hand. */
const MOST = 40;

/**
 * The strokes of the pen that a change put above everything on their page, in painting order, when it did nothing else:
 * what lies below them looks as before. Null when it did.
 */
export function putOnTop(change: Change, before: Board, after: Board): { readonly page: PageId; readonly strokes: readonly StrokeMark[] } | null {
  if (change.kind !== 'patches' || !change.patches.every(({ path }) => path[0] === 'buckets')) return null;
  const ids = touchedMarks(change, before);
  if (ids === 'all' || ids.length === 0 || ids.length > MOST) return null;
  const strokes: StrokeMark[] = [];
  for (const id of ids) {
    const mark = markOf(after, id);
    if (mark?.kind !== 'stroke' || mark.tool !== 'pen' || mark.layer !== 'harvest' || markOf(before, id)) return null;
    strokes.push(mark);
  }
  strokes.sort((a, b) => (a.order < b.order ? -1 : 1));
  const [lowest] = strokes;
  if (!lowest || !after.layers.harvest.visible || strokes.some(({ page }) => page !== lowest.page)) return null;
  const highest = highestOrder(before, lowest.page);
  return highest === null || lowest.order > highest ? { page: lowest.page, strokes } : null;
}
