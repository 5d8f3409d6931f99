import type { BoardChanged, OpenedBoard } from '../../shared/contract/boards.ts';

/** A board that came opened with another answer, for the call that would ask for it next. */
export type KeptOpened = {
  readonly keep: (opened: OpenedBoard) => void;
  /** To be told every change, also before a board is kept: one that changed since it was opened is no answer any more. */
  readonly changed: (change: BoardChanged) => void;
  /** The answer to a call, if that is to open the board that is kept. Any other call about boards, but to close another, lets go of it. */
  readonly answerTo: (call: string, input: unknown) => OpenedBoard | null;
  readonly forget: () => void;
};

/** Keeps nothing yet. */
export function createKeptOpened(): KeptOpened {
  let kept: OpenedBoard | null = null;
  /** The newest state of each board that was told of. */
  const newest = new Map<BoardChanged['board'], number>();
  return {
    keep(opened) { kept = (newest.get(opened.board.id) ?? -1) > opened.seq ? null : opened; },
    changed({ board, seq }) {
      newest.set(board, seq);
      if (kept?.board.id === board) kept = null;
    },
    answerTo(call, input) {
      if (!kept || !call.startsWith('boards.') || call === 'boards.hold') return null;
      const { board } = input as { readonly board?: string };
      // The board that this window leaves for it is closed in between.
      if (call === 'boards.close' && board !== kept.board.id) return null;
      const opened = kept;
      kept = null;
      return call === 'boards.open' && opened.board.id === board ? opened : null;
    },
    forget() { kept = null; },
  };
}
