import type { MarkId } from '../../shared/base/ids.ts';
import type { Board, Buckets } from '../../shared/board/board.ts';
import { markOf } from '../../shared/board/buckets.ts';
import type { Mark } from '../../shared/board/marks.ts';

type Kept<T> = { readonly buckets: Buckets; readonly value: T };

/**
 * Makes a function of a list of marks that remembers its last answer for each list: many parts of the desk ask the same of a
 * selection of thousands, with every press of a key. The list must not be changed afterwards.
 */
export function perList<T>(work: (ids: readonly MarkId[], board: Board) => T): (ids: readonly MarkId[], board: Board) => T {
  const kept = new WeakMap<readonly MarkId[], Kept<T>>();
  return (ids, board) => {
    const before = kept.get(ids);
    if (before?.buckets === board.buckets) return before.value;
    const value = work(ids, board);
    kept.set(ids, { buckets: board.buckets, value });
    return value;
  };
}

/** The marks of a list of ids that the board has, in the order of the list. */
export const namedMarks: (ids: readonly MarkId[], board: Board) => readonly Mark[] = perList((ids, board) => ids.flatMap((id) => markOf(board, id) ?? []));
