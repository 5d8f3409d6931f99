import { hashText } from '../base/seededRandom.ts';
import type { MarkId, PageId } from '../base/ids.ts';
import type { Board, Buckets } from './board.ts';
import type { LayerName, Mark } from './marks.ts';

/**
 * The bucket in which a mark lies, one of 256 by its id. At 50,000 marks a bucket holds about 200, so that adding
 * a mark copies two small records instead of one of 50,000 (measured: 0.6 ms instead of 40 ms with immer).
 */
export function bucketOf(id: MarkId): string {
  return (hashText(id) & 0xff).toString(16).padStart(2, '0');
}

/** The mark of that id, if the board has it. */
export function markOf(board: { readonly buckets: Buckets }, id: MarkId): Mark | undefined {
  return board.buckets[bucketOf(id)]?.[id];
}

/** All marks of a board, in no order. */
export function* marksOf(board: { readonly buckets: Buckets }): Generator<Mark> {
  for (const bucket of Object.values(board.buckets)) yield* Object.values(bucket);
}

/** How many marks a board has. */
export function markCount(board: { readonly buckets: Buckets }): number {
  let count = 0;
  for (const bucket of Object.values(board.buckets)) count += Object.keys(bucket).length;
  return count;
}

const LAYER_RANK: Readonly<Record<LayerName, number>> = { tracing: 0, prepared: 1, harvest: 2 };

/** Whether a mark belongs below the ink of its layer, whenever it was drawn: highlighter and shadow. */
export function liesLow(mark: Mark): boolean {
  return mark.kind === 'stroke' && mark.tool !== 'pen';
}

const rankOf = (mark: Mark): number => LAYER_RANK[mark.layer] * 2 + (liesLow(mark) ? 0 : 1);

/** Which of two marks is painted first: by layer, then highlighter and shadow before all else, then by order, then by id. */
export function comparePaintOrder(a: Mark, b: Mark): number {
  return rankOf(a) - rankOf(b) || (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The marks of one page in the order in which they are painted. */
export function marksOnPage(board: Board, page: PageId): readonly Mark[] {
  const marks: Mark[] = [];
  for (const mark of marksOf(board)) if (mark.page === page) marks.push(mark);
  return marks.sort(comparePaintOrder);
}
