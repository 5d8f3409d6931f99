import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type BoardId, type InkId } from '../../../shared/base/ids.ts';
import type { BoardCard, PlainDocument } from '../../../shared/contract/boards.ts';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import type { InkText } from '../../../shared/ink/inkCodec.ts';
import { NO_HISTORY } from '../../../shared/journal/history.ts';
import { fileTrouble } from '../files/fileTrouble.ts';
import { isThere, renamePatiently, syncFolder } from '../files/writeSafely.ts';
import { readCard, shownCard, storedCard, writeCard, type OwnFile, type StoredCard } from './boardCard.ts';
import { boardFolder, generationsIn, type BoardFolder } from './boardFolder.ts';
import { isLockedElsewhere, takeLock } from './boardLock.ts';
import { OpenBoard, type BoardListener } from './openBoard.ts';
import { keepCutJournals, readWorkingCopy, recoverBoard, type RecoveredBoard } from './recoverBoard.ts';
import { readSnapshotSeq, writeSnapshot } from './snapshotFile.ts';

/** What the world decides for the working copies. */
export type StoreSurroundings = { readonly dataFolder: string; readonly pid: number; readonly now: () => number; readonly listener: BoardListener };

/** A board that is open, with what is kept beside it. */
export type HeldBoard = {
  readonly open: OpenBoard;
  readonly folder: BoardFolder;
  card: StoredCard;
  /** Whether the card on the disk was another when the board was opened. */
  readonly cardIsBehind: boolean;
  readonly release: () => Promise<void>;
};

/**
 * Fills the folder of a board that is being made; it stands there whole or not at all.
 * @returns the number of the last change in the document when its first snapshot is all that tells of it, else null
 */
export type FillFolder = (folder: BoardFolder) => Promise<number | null>;

/** A board that was just made, as it was checked and written; opening it need not read and check it again. */
type Made = { readonly document: PlainDocument; readonly seq: number };

/** The working copies of all boards on this laptop. */
export class BoardStore {
  readonly #world: StoreSurroundings;
  readonly #held = new Map<BoardId, Promise<HeldBoard>>();
  readonly #ready = new Map<BoardId, HeldBoard>();
  /** The last one only: whoever makes a board opens it next, or does not. */
  #made: Made | null = null;

  constructor(world: StoreSurroundings) {
    this.#world = world;
  }

  folderOf(board: BoardId): BoardFolder {
    return boardFolder(this.#world.dataFolder, board);
  }

  /** Whether there is a working copy of that id. */
  async has(board: BoardId): Promise<boolean> {
    return isThere(this.folderOf(board).root);
  }

  /** The cards of all boards, last changed first. */
  async list(): Promise<readonly BoardCard[]> {
    const names = await readdir(join(this.#world.dataFolder, 'boards')).catch(() => [] as string[]);
    const cards = await Promise.all(names.filter(isId).map((name) => this.#shown(this.folderOf(name as BoardId))));
    return cards.sort((a, b) => b.changedMs - a.changedMs || (a.id < b.id ? -1 : 1));
  }

  /**
   * Makes a working copy out of a document.
   * @param fill adds what belongs to it besides (pictures, an earlier journal); the folder's generations then lead
   * @throws TroubleError call.invalid when a board of that id is there already
   */
  async create(document: PlainDocument, fill: FillFolder = async () => 0, file: OwnFile | null = null): Promise<BoardId> {
    const { id } = document.board;
    const folder = this.folderOf(id);
    if (await this.has(id)) throw new TroubleError('call.invalid', 'board exists');
    // A dot is not part of any id: a half-made folder is never listed.
    const made = boardFolder(join(this.#world.dataFolder), `${id}.new` as BoardId);
    await rm(made.root, { recursive: true, force: true });
    // Boards are their owner's alone, whatever the files in them say.
    await mkdir(join(this.#world.dataFolder, 'boards'), { recursive: true, mode: 0o700 });
    await mkdir(made.root, { recursive: true });
    const card = writeCard(made, storedCard(document.board, this.#world.now(), file));
    // Whatever fails: nothing may still be on its way when the next board is made in this place.
    const filled = fill(made);
    await Promise.allSettled([filled, card]);
    const seq = await filled;
    await card;
    if (!(await isThere(made.snapshot(0)))) await writeSnapshot(made, 0, document, 0);
    await renamePatiently(made.root, folder.root);
    await syncFolder(join(this.#world.dataFolder, 'boards'));
    this.#made = seq === null ? null : { document, seq };
    return id;
  }

  /**
   * Opens a board, or gives it when it is open already.
   * @throws TroubleError board.unknown, file.openElsewhere, file.damaged, file.tooNew, disk.*
   */
  open(board: BoardId): Promise<HeldBoard> {
    const held = this.#held.get(board) ?? this.#open(board);
    this.#held.set(board, held);
    held.then((ready) => this.#ready.set(board, ready), () => this.#held.delete(board));
    return held;
  }

  /** A board that is open, at once, so that changes keep the order in which they came. @throws TroubleError board.notOpen */
  get(board: BoardId): HeldBoard {
    const held = this.#ready.get(board);
    if (!held) throw new TroubleError('board.notOpen', board);
    return held;
  }

  /**
   * A board as it is now, for whoever only looks: one that is closed stays closed and its folder as it is, so that it
   * is nobody's to close afterwards.
   * @throws TroubleError board.unknown, file.damaged, file.tooNew
   */
  async read(board: BoardId): Promise<PlainDocument> {
    const held = await this.#held.get(board)?.catch(() => undefined);
    return held ? held.open.document() : readWorkingCopy(this.folderOf(board));
  }

  /** The boards that are open now. */
  get openBoards(): readonly BoardId[] {
    return [...this.#ready.keys()];
  }

  /**
   * Writes everything of a board and closes it; one that is not open is closed already.
   * @throws TroubleError when not everything could be saved: the board then stays open
   */
  async close(board: BoardId): Promise<void> {
    const held = await this.#held.get(board);
    if (!held) return;
    await held.open.close();
    await this.keepCard(board);
    await rm(held.folder.openMark, { force: true });
    await held.release();
    this.#held.delete(board);
    this.#ready.delete(board);
  }

  /** Puts a working copy in the app's own bin. @throws TroubleError file.openElsewhere */
  async remove(board: BoardId): Promise<void> {
    await this.close(board);
    const folder = this.folderOf(board);
    if (!(await this.has(board))) throw new TroubleError('board.unknown', board);
    const release = await takeLock(folder.lock, this.#world.pid);
    const bin = join(this.#world.dataFolder, 'bin');
    await mkdir(bin, { recursive: true });
    await release();
    await renamePatiently(folder.root, join(bin, `${board}-${this.#world.now()}`));
  }

  /** Writes the card of an open board as it is now. */
  async keepCard(board: BoardId): Promise<void> {
    const held = this.get(board);
    held.card = storedCard(held.open.board, held.card.changedMs, held.card.file);
    await writeCard(held.folder, held.card);
  }

  /** The `.doek` file that a board keeps to, open or not. */
  async fileOf(board: BoardId): Promise<OwnFile | null> {
    const held = await this.#held.get(board);
    return (held?.card ?? (await readCard(this.folderOf(board))))?.file ?? null;
  }

  /** Says which `.doek` file a board keeps to, open or not; null for none. */
  async setFile(board: BoardId, file: OwnFile | null): Promise<void> {
    const held = await this.#held.get(board);
    const card = held?.card ?? (await readCard(this.folderOf(board)));
    if (!card) return;
    const next = { ...card, file };
    if (held) held.card = next;
    await writeCard(this.folderOf(board), next);
  }

  async #open(board: BoardId): Promise<HeldBoard> {
    const folder = this.folderOf(board);
    if (!(await isThere(folder.root))) throw new TroubleError('board.unknown', board);
    const { listener, now, pid } = this.#world;
    const writing = new Preparing((error) => { listener.failed('open', error); });
    const release = (await writing.tried(() => takeLock(folder.lock, pid))) ?? (async () => undefined);
    try {
      const [asMade, crashed, onDisk] = await Promise.all([this.#asMade(folder), isThere(folder.openMark), readCard(folder)]);
      const recovered = asMade ?? (await recoverBoard(folder));
      const { moment, report, fresh } = recovered;
      if (report.cutBytes > 0) await writing.tried(() => keepCutJournals(folder, String(now())));
      await writing.tried(() => writeFile(folder.openMark, ''));
      // A journal is never continued, since its end may be torn: from here on a new generation leads.
      const generation = fresh ? recovered.generation : recovered.generation + 1;
      if (!fresh) await writing.tried(() => writeSnapshot(folder, generation, { board: moment.board, inks: Object.fromEntries(recovered.inks) }, moment.seq));
      const card = storedCard(moment.board, onDisk?.changedMs ?? now(), onDisk?.file ?? null);
      const held: Omit<HeldBoard, 'open'> = { folder, release, card, cardIsBehind: JSON.stringify(card) !== JSON.stringify(onDisk) };
      const changed: BoardListener['changed'] = (event) => {
        held.card = { ...held.card, changedMs: now() };
        listener.changed(event);
      };
      const open = new OpenBoard(folder, {
        moment, inks: recovered.inks, opIds: recovered.opIds, generation,
        recovered: crashed || report.cutBytes > 0 || !report.fromSnapshot ? report : null,
      }, { ...listener, changed }, now);
      if (writing.trouble) open.setTrouble('journal', writing.trouble);
      return Object.assign(held, { open });
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** The board that was made last, when it is this one and nothing has happened to its folder. */
  async #asMade(folder: BoardFolder): Promise<RecoveredBoard | null> {
    const made = this.#made;
    this.#made = null;
    if (made?.document.board.id !== folder.board) return null;
    const { snapshots, journals } = await generationsIn(folder);
    if (snapshots.length !== 1 || snapshots[0] !== 0 || journals.length > 0 || (await readSnapshotSeq(folder.snapshot(0))) !== made.seq) return null;
    const { document: { board, inks }, seq } = made;
    return {
      moment: { board, seq, history: NO_HISTORY }, inks: new Map(Object.entries(inks) as [InkId, InkText][]), opIds: new Map(), generation: 0, fresh: true,
      report: { entries: 0, cutBytes: 0, fromSnapshot: true },
    };
  }

  async #shown(folder: BoardFolder): Promise<BoardCard> {
    const unfinished = !this.#held.has(folder.board) && (await isThere(folder.openMark)) && !(await isLockedElsewhere(folder.lock, this.#world.pid));
    const held = await this.#held.get(folder.board)?.catch(() => undefined);
    return shownCard(folder, held ? storedCard(held.open.board, held.card.changedMs, held.card.file) : await readCard(folder), unfinished);
  }
}

/**
 * What is written when a board is opened. A disk that is full or read-only does not keep anybody from the work that is
 * on it: the board opens, the saved sign says what is wrong, and the first change that can be written heals it.
 */
class Preparing {
  trouble: Trouble | null = null;
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  async tried<Value>(work: () => Promise<Value>): Promise<Value | null> {
    try {
      return await work();
    } catch (error) {
      const trouble = fileTrouble(error);
      if (trouble.code !== 'disk.full' && trouble.code !== 'disk.readOnly') throw error;
      this.#failed(error);
      this.trouble = trouble;
      return null;
    }
  }
}
