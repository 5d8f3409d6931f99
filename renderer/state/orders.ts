import { generateKeyBetween } from 'fractional-indexing';
import type { PageId } from '../../shared/base/ids.ts';
import type { Board, Buckets } from '../../shared/board/board.ts';

/** Lowest and highest order of the marks of one page. */
type Ends = { readonly low: string; readonly high: string };

/** Per bucket and page; a gesture makes one new bucket of 256 and leaves the others, so each stroke looks at few marks. */
const kept = new WeakMap<Buckets[string], ReadonlyMap<PageId, Ends>>();

function endsIn(bucket: Buckets[string]): ReadonlyMap<PageId, Ends> {
  const known = kept.get(bucket);
  if (known) return known;
  const ends = new Map<PageId, Ends>();
  for (const { page, order } of Object.values(bucket)) {
    const before = ends.get(page);
    if (!before) ends.set(page, { low: order, high: order });
    else if (order < before.low) ends.set(page, { ...before, low: order });
    else if (order > before.high) ends.set(page, { ...before, high: order });
  }
  kept.set(bucket, ends);
  return ends;
}

const endsOn = (board: Board, page: PageId): readonly Ends[] => Object.values(board.buckets).flatMap((bucket) => endsIn(bucket).get(page) ?? []);

/** The order of the uppermost mark of the page; null when it has none. */
export function highestOrder(board: Board, page: PageId): string | null {
  return endsOn(board, page).reduce<string | null>((top, { high }) => (top === null || high > top ? high : top), null);
}

/** An order above everything on the page. */
export function orderAbove(board: Board, page: PageId): string {
  return generateKeyBetween(highestOrder(board, page), null);
}

/** An order below everything on the page. */
export function orderBelow(board: Board, page: PageId): string {
  return generateKeyBetween(null, endsOn(board, page).reduce<string | null>((bottom, { low }) => (bottom === null || low < bottom ? low : bottom), null));
}
