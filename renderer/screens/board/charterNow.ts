import type { Charter } from '../../../shared/board/board.ts';
import { charterFromBoard } from '../../../shared/charter/charterFromBoard.ts';
import { lastWinner } from '../../../shared/print/winnerDrawing.ts';
import type { DeskSession } from './deskSession.ts';

/** The charter as it is read now: what was typed, and what the board says for the rest. Where one types, blank points stay. */
export function charterNow({ store }: DeskSession, blanks: 'kept' | 'dropped'): Charter {
  const { board } = store.get();
  return charterFromBoard(board, lastWinner({ board })?.label ?? null, blanks);
}
