import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BoardId } from '../../../shared/base/ids.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { BoardStore, HeldBoard } from '../boards/boardStore.ts';
import { fileTrouble } from '../files/fileTrouble.ts';
import { boardFileOf } from './boardFileOf.ts';
import type { BoardFile } from './container.ts';
import { safeFileName } from './fileName.ts';
import { readFileMark } from './readBoardFile.ts';
import { writeBoardFile, type Writing } from './writeBoardFile.ts';

/** How long is waited: after the last change, at most since the first, and before trying again after a failure. */
export type KeeperPauses = { readonly afterMs: number; readonly atMostMs: number; readonly retryMs: number };

/** The pauses of the app: a file is not written at every stroke, and while somebody draws at most a minute behind. */
export const KEEPER_PAUSES: KeeperPauses = { afterMs: 3000, atMostMs: 60_000, retryMs: 10_000 };

export type KeeperWorld = {
  readonly store: BoardStore;
  readonly app: string;
  readonly now: () => number;
  /** The folder for second copies, or null. */
  readonly secondCopyFolder: () => string | null;
  readonly pauses: KeeperPauses;
};

/** What is still to be written of one board. `last` ends when the last writing does: one at a time, also by hand. */
type Due = { timer: NodeJS.Timeout | null; sinceMs: number; last: Promise<unknown>; secondSeq: number; touchedSeq: number };

/**
 * Keeps the `.doek` files and second copies of open boards up to date: soon after each pause, and at close. The
 * working copy is safe before that already; what fails here is told, tried again, and never stops anything.
 */
export class FileKeeper {
  readonly #world: KeeperWorld;
  readonly #due = new Map<BoardId, Due>();

  constructor(world: KeeperWorld) {
    this.#world = world;
  }

  /** Something of a board is to be written after the next pause; also when it is opened, for what was missed before. */
  touch(board: BoardId): void {
    const { afterMs, atMostMs } = this.#world.pauses;
    const due = this.#dueOf(board);
    const now = this.#world.now();
    if (due.timer === null) due.sinceMs = now;
    this.#schedule(board, due, Math.max(0, Math.min(afterMs, due.sinceMs + atMostMs - now)));
  }

  /** Like `touch`, when there is anything to write: told at every saving, so without looking at files. */
  touchIfBehind(board: BoardId): void {
    const { open, card } = this.#world.store.get(board);
    const due = this.#dueOf(board);
    const behind = (card.file !== null && card.file.seq !== open.seq) || (this.#world.secondCopyFolder() !== null && due.secondSeq !== open.seq);
    // A writing that failed has its own pause; news of that failure must not shorten it.
    if (behind && open.seq !== due.touchedSeq) {
      due.touchedSeq = open.seq;
      this.touch(board);
    }
  }

  /**
   * Writes a board to a path that it keeps to from now on; whatever stands there is replaced, since the user chose it.
   * @throws the system's error; the board then keeps to the file that it had
   */
  async saveAs(board: BoardId, path: string): Promise<void> {
    const { store } = this.#world;
    const held = store.get(board);
    await this.#inTurn(board, async () => {
      const before = held.card.file;
      try {
        await this.#write(held, path, await boardFileOf(held.open, false));
        held.open.setTrouble('file', null);
      } catch (error) {
        if (before?.path !== path) await store.setFile(board, before);
        throw error;
      }
    });
  }

  /** Writes a copy that the board does not keep to. @throws the system's error */
  async writeCopy(board: BoardId, path: string, publicVersion: boolean): Promise<void> {
    const { open } = this.#world.store.get(board);
    await this.#inTurn(board, async () => writeBoardFile(path, await boardFileOf(open, publicVersion), this.#writing()));
  }

  /**
   * All files of a board are behind although nothing on it changed, since something beside it did. They are written
   * after the next pause or at close; nobody waits for that here, since a stick may be slow.
   */
  outdate(board: BoardId): void {
    // In turn: a writing that began before would say in the end that everything is kept.
    void this.#inTurn(board, () => this.#setBehind(board).finally(() => { this.touch(board); })).catch(() => undefined);
  }

  /**
   * Writes all files of a board anew although nothing on it changed, since something beside it did.
   * @returns the paths that could not be reached
   */
  async rewrite(board: BoardId): Promise<readonly string[]> {
    const due = this.#dueOf(board);
    const { store, secondCopyFolder } = this.#world;
    const held = store.get(board);
    return this.#inTurn(board, async () => {
      const file = held.card.file;
      const folder = secondCopyFolder();
      await this.#setBehind(board);
      await this.#keep(board, due);
      return [
        ...(file && held.card.file?.seq === -1 ? [file.path] : []),
        ...(folder !== null && due.secondSeq === -1 ? [FileKeeper.secondCopyPath(folder, held.open.board.title, board)] : []),
      ];
    });
  }

  /** Writes what is still to be written and stops; what cannot be written now is written after the next opening. */
  async finish(board: BoardId): Promise<void> {
    const due = this.#dueOf(board);
    if (due.timer) clearTimeout(due.timer);
    await this.#inTurn(board, () => this.#keep(board, due)).catch(() => false);
    if (due.timer) clearTimeout(due.timer);
    this.#due.delete(board);
  }

  /** The file of a board in a folder for second copies; part of the id keeps boards of one title apart. */
  static secondCopyPath(folder: string, title: string, board: BoardId): string {
    return join(folder, `${safeFileName(title)} ${board.slice(0, 6)}.doek`);
  }

  async #setBehind(board: BoardId): Promise<void> {
    const { store } = this.#world;
    this.#dueOf(board).secondSeq = -1;
    const file = await store.fileOf(board);
    if (file) await store.setFile(board, { ...file, seq: -1 });
  }

  #dueOf(board: BoardId): Due {
    let due = this.#due.get(board);
    if (!due) this.#due.set(board, (due = { timer: null, sinceMs: 0, last: Promise.resolve(), secondSeq: -1, touchedSeq: -1 }));
    return due;
  }

  #schedule(board: BoardId, due: Due, pauseMs: number): void {
    if (due.timer) clearTimeout(due.timer);
    due.timer = setTimeout(() => {
      due.timer = null;
      void this.#inTurn(board, () => this.#keep(board, due)).catch(() => false).then((kept) => {
        const isOpen = this.#world.store.openBoards.includes(board);
        if (!kept && isOpen && this.#due.get(board) === due && due.timer === null) this.#schedule(board, due, this.#world.pauses.retryMs);
      });
    }, pauseMs);
    due.timer.unref();
  }

  #inTurn<Value>(board: BoardId, work: () => Promise<Value>): Promise<Value> {
    const due = this.#dueOf(board);
    const turn = due.last.then(work);
    due.last = turn.catch(() => undefined);
    return turn;
  }

  /** Writes what is behind. @returns whether everything is up to date */
  async #keep(board: BoardId, due: Due): Promise<boolean> {
    const held = this.#world.store.get(board);
    const { open } = held;
    const file = held.card.file;
    const folder = this.#world.secondCopyFolder();
    const fileIsBehind = file !== null && file.seq !== open.seq;
    const copyIsBehind = folder !== null && due.secondSeq !== open.seq;
    if (folder === null) open.setTrouble('secondCopy', null);
    if (!fileIsBehind && !copyIsBehind) return true;
    const content = await boardFileOf(open, false);
    const fileKept = !fileIsBehind || (await this.#tried(held, 'file', async () => {
      await this.#refuseForeign(file.path, file.marks);
      await this.#write(held, file.path, content);
    }));
    const copyKept = !copyIsBehind || (await this.#tried(held, 'secondCopy', async () => {
      const path = FileKeeper.secondCopyPath(folder, open.board.title, board);
      await writeBoardFile(path, content, this.#writing());
      due.secondSeq = content.seq;
    }));
    return fileKept && copyKept;
  }

  async #tried({ open }: HeldBoard, where: 'file' | 'secondCopy', work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      open.setTrouble(where, null);
      return true;
    } catch (error) {
      open.setTrouble(where, fileTrouble(error));
      return false;
    }
  }

  async #write(held: HeldBoard, path: string, content: BoardFile): Promise<void> {
    const { store } = this.#world;
    const own = held.card.file?.path === path ? held.card.file : { path, marks: [], seq: -1 };
    const writing = this.#writing();
    const marks = [writing.mark, ...own.marks].slice(0, 3);
    // Before the file, so that it is known again should the app end between the two.
    await store.setFile(held.folder.board, { path, marks, seq: own.seq });
    await writeBoardFile(path, content, writing);
    await store.setFile(held.folder.board, { path, marks, seq: content.seq });
  }

  #writing(): Writing {
    return { savedMs: this.#world.now(), app: this.#world.app, mark: randomBytes(16).toString('hex') };
  }

  /** Somebody else's work in the same file (a shared folder, another laptop) is not written over. */
  async #refuseForeign(path: string, marks: readonly string[]): Promise<void> {
    const there = await readFileMark(path);
    if (there !== null && !marks.includes(there)) throw new TroubleError('file.openElsewhere', '');
  }
}
