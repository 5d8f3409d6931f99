import type { PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { paintedMarks } from '../../../shared/scene/pageScene.ts';

const kept = new WeakMap<Board, Map<PageId, readonly Mark[]>>();

/** The marks of a page that are printed, in painting order; sorted once, since an export asks for them again and again. */
export function printedMarks(board: Board, page: PageId): readonly Mark[] {
  const pages = kept.get(board) ?? new Map<PageId, readonly Mark[]>();
  kept.set(board, pages);
  const marks = pages.get(page) ?? paintedMarks(board, page, { print: true });
  pages.set(page, marks);
  return marks;
}
