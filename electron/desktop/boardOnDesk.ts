import { isId, type BoardId } from '../../shared/base/ids.ts';
import type { Answerer } from '../services/windowCalls.ts';

/** Remembers which board the desk has open, so that a desk that is loaded again after a crash finds it. */
export type BoardOnDesk = {
  readonly board: () => BoardId | null;
  /** A board that the desk is to open when it is loaded. */
  readonly put: (board: BoardId | null) => void;
  /** The same answers, looked at for boards that are opened and closed. */
  readonly watching: (answer: Answerer) => Answerer;
};

/** Nothing is open yet. */
export function createBoardOnDesk(): BoardOnDesk {
  let now: BoardId | null = null;
  return {
    board: () => now,
    put: (board) => { now = board; },
    watching: (answer) => async (name, input, from) => {
      const result = await answer(name, input, from);
      const board = boardIn(input);
      if (result.ok && board !== null && name === 'boards.open') now = board;
      if (result.ok && board === now && (name === 'boards.close' || name === 'boards.remove')) now = null;
      return result;
    },
  };
}

function boardIn(input: unknown): BoardId | null {
  const board = typeof input === 'object' && input !== null && 'board' in input ? input.board : null;
  return typeof board === 'string' && isId(board) ? (board as BoardId) : null;
}
