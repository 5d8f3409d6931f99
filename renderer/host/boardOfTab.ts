import { isId, type BoardId } from '../../shared/base/ids.ts';
import { keptToken } from './pageToken.ts';

/** What a tab showed in an earlier run of the app says nothing about this one. */
const keyOf = (kept: Pick<Storage, 'getItem'>): string => `droomdoek.board/${keptToken(kept)}`;

/**
 * The board that this tab of a browser had open, so that a reload finds it; null when it was at the start screen, and
 * undefined when nothing was open in it in this run yet. The desktop app remembers this by itself.
 */
export function boardOfTab(kept: Pick<Storage, 'getItem'>): BoardId | null | undefined {
  const id = kept.getItem(keyOf(kept));
  if (id === null) return undefined;
  return isId(id) ? (id as BoardId) : null;
}

/** Keeps in mind what this tab shows: a board, or the start screen. */
export function keepBoardOfTab(kept: Pick<Storage, 'getItem' | 'setItem'>, board: BoardId | null): void {
  kept.setItem(keyOf(kept), board ?? '');
}
