import { generateKeyBetween } from 'fractional-indexing';
import type { PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { marksOf } from '../../shared/board/buckets.ts';

/** Highest order on a page per board state; a store's states share most of their marks, so this is asked rarely. */
const tops = new WeakMap<Board, Map<PageId, string | null>>();

function topOf(board: Board, page: PageId): string | null {
  let perPage = tops.get(board);
  if (!perPage) tops.set(board, (perPage = new Map()));
  let top = perPage.get(page);
  if (top === undefined) {
    top = null;
    for (const mark of marksOf(board)) if (mark.page === page && (top === null || mark.order > top)) top = mark.order;
    perPage.set(page, top);
  }
  return top;
}

/** An order above everything on the page. */
export function orderAbove(board: Board, page: PageId): string {
  return generateKeyBetween(topOf(board, page), null);
}

/** An order below everything on the page. */
export function orderBelow(board: Board, page: PageId): string {
  let bottom: string | null = null;
  for (const mark of marksOf(board)) if (mark.page === page && (bottom === null || mark.order < bottom)) bottom = mark.order;
  return generateKeyBetween(null, bottom);
}
