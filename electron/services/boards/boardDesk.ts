import type { BoardId } from '../../../shared/base/ids.ts';
import type { OpenedBoard } from '../../../shared/contract/boards.ts';
import type { LedgerView } from '../../../shared/contract/rounds.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { FileKeeper } from '../boardFile/fileKeeper.ts';
import { RoundLedgers } from '../rounds/roundLedgers.ts';
import type { BoardStore } from './boardStore.ts';
import type { OpenBoard } from './openBoard.ts';

export type DeskParts = {
  readonly store: BoardStore;
  readonly keeper: FileKeeper;
  readonly now: () => number;
  readonly tellRound: (board: BoardId, view: LedgerView) => void;
  /** Lets go of a board before it is closed. */
  readonly leaving: (board: BoardId) => Promise<void>;
};

/** Opening and closing of boards with all that belongs to an open one: its rounds, its `.doek` file, its second copy. */
export class BoardDesk {
  readonly #parts: DeskParts;
  readonly #rounds = new Map<BoardId, RoundLedgers>();
  /** Boards whose rounds are being taken up. */
  readonly #takingUp = new Map<BoardId, Promise<void>>();
  /** Boards that are being closed: whoever wants one then opens it anew afterwards. */
  readonly #closing = new Map<BoardId, Promise<void>>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Opens a board, or gives it as it is now to one more window. */
  async open(board: BoardId): Promise<OpenedBoard> {
    const { store } = this.#parts;
    const open = await this.#standing(board);
    return { ...open.documentWithAllInk(), seq: open.seq, history: open.history, recovered: open.recovered, saved: open.saveState, filePath: store.get(board).card.file?.path ?? null };
  }

  /**
   * Begins to open the board that a window will ask for first, so that the disk works while the window loads. What goes
   * wrong is told when it is opened.
   */
  prepare(board: BoardId): void {
    this.#standing(board).catch(() => undefined);
  }

  async #standing(board: BoardId): Promise<OpenBoard> {
    await this.#closing.get(board)?.catch(() => undefined);
    const { open, cardIsBehind } = await this.#parts.store.open(board);
    if (!this.#rounds.has(board)) {
      const takingUp = this.#takingUp.get(board) ?? this.#takeUp(board, open, cardIsBehind).finally(() => { this.#takingUp.delete(board); });
      this.#takingUp.set(board, takingUp);
      await takingUp;
    }
    return open;
  }

  /** Its rounds are there for calls once they are swept: when that fails, the next opening begins with it again. */
  async #takeUp(board: BoardId, open: OpenBoard, cardIsBehind: boolean): Promise<void> {
    const { store, keeper, now, tellRound } = this.#parts;
    const rounds = new RoundLedgers(open, now, (view) => tellRound(board, view));
    await rounds.sweep();
    this.#rounds.set(board, rounds);
    // After a crash the card is older than the board; the disk may be full, then it stays so.
    if (cardIsBehind) await store.keepCard(board).catch(() => undefined);
    keeper.touch(board);
  }

  /** The rounds of an open board. @throws TroubleError board.notOpen */
  rounds(board: BoardId): RoundLedgers {
    const rounds = this.#rounds.get(board);
    if (!rounds) throw new TroubleError('board.notOpen', board);
    return rounds;
  }

  /** To be called at every change of a board. */
  boardChanged(board: BoardId): void {
    this.#rounds.get(board)?.boardChanged();
  }

  /** Writes everything of a board and closes it. @throws TroubleError when not everything could be saved; it stays open then */
  close(board: BoardId): Promise<void> {
    const closing = this.#closing.get(board) ?? this.#close(board).finally(() => { this.#closing.delete(board); });
    this.#closing.set(board, closing);
    return closing;
  }

  async #close(board: BoardId): Promise<void> {
    const { store, keeper } = this.#parts;
    if (!store.openBoards.includes(board)) return;
    await keeper.finish(board);
    await this.#parts.leaving(board);
    await this.#rounds.get(board)?.closeFiles();
    await store.close(board);
    this.#rounds.delete(board);
  }
}
