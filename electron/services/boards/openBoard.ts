import { mkdir } from 'node:fs/promises';
import type { InkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { applyChange, type Change } from '../../../shared/board/change.ts';
import { CommandRefused, type Command, type NewInks } from '../../../shared/board/commands.ts';
import { inkFault } from '../../../shared/board/readDocument.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { BoardChanged, HistoryState, PlainDocument, RecoveryReport, SaveState } from '../../../shared/contract/boards.ts';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import type { InkText } from '../../../shared/ink/inkCodec.ts';
import type { EntryBody, JournalEntry, What } from '../../../shared/journal/entry.ts';
import type { History } from '../../../shared/journal/history.ts';
import { historyAfter, type Moment } from '../../../shared/journal/replay.ts';
import { fileTrouble } from '../files/fileTrouble.ts';
import type { BoardFolder } from './boardFolder.ts';
import { documentOf } from './documentPieces.ts';
import { JournalWriter } from './journalWriter.ts';
import { writeSnapshot } from './snapshotFile.ts';

/** What an open board tells: every change at once, and what is on the disk. */
export type BoardListener = {
  readonly changed: (event: BoardChanged) => void;
  readonly saved: (event: SaveState) => void;
  /** A failure that is not the user's: for the log. */
  readonly failed: (what: string, error: unknown) => void;
};

/** A board as it was read, and where it goes on. `generation` is that of `moment`'s snapshot. */
export type BoardStart = {
  readonly moment: Moment;
  readonly inks: Map<InkId, InkText>;
  readonly opIds: ReadonlyMap<string, number>;
  readonly generation: number;
  readonly recovered: RecoveryReport | null;
};

export type TroublePlace = 'journal' | 'file' | 'secondCopy';

/**
 * So many changes lie in one journal before the board is written whole again; on a big board more, so that writing it
 * (3 s at 50,000 strokes) stays a small part of the time.
 */
const SNAPSHOT_AFTER = 400;
const SNAPSHOT_AFTER_SHARE = 1 / 20;

/** A board that is open: it alone puts changes in order, applies them, and has them written before it answers. */
export class OpenBoard {
  readonly folder: BoardFolder;
  readonly recovered: RecoveryReport | null;
  readonly #listener: BoardListener;
  readonly #now: () => number;
  readonly #writer: JournalWriter;
  readonly #inks: Map<InkId, InkText>;
  /** Gestures by the sender's name, with what the sender waits for. */
  readonly #done = new Map<string, { readonly seq: number; readonly onDisk: Promise<void> }>();
  readonly #troubles = new Map<TroublePlace, Trouble>();
  #moment: Moment;
  #generation: number;
  #snapshotSeq: number;
  #snapshot: Promise<void> | null = null;
  #safeSeq: number;
  #savedMs: number;
  /** Whoever waits for news of the journal, good or bad. */
  #waiting: (() => void)[] = [];

  constructor(folder: BoardFolder, start: BoardStart, listener: BoardListener, now: () => number) {
    this.folder = folder;
    this.recovered = start.recovered;
    this.#listener = listener;
    this.#now = now;
    this.#moment = start.moment;
    this.#inks = start.inks;
    this.#generation = start.generation;
    this.#snapshotSeq = this.#safeSeq = start.moment.seq;
    this.#savedMs = now();
    for (const [opId, seq] of start.opIds) this.#done.set(opId, { seq, onDisk: Promise.resolve() });
    this.#writer = new JournalWriter(folder, {
      saved: (seq) => this.#saved(seq),
      trouble: (trouble) => this.setTrouble('journal', trouble),
      lost: () => this.#writeWhole(),
    });
  }

  get board(): Board { return this.#moment.board; }
  get seq(): number { return this.#moment.seq; }
  get generation(): number { return this.#generation; }

  /** What can be taken back and done again, by the names of the gestures. */
  get history(): HistoryState {
    const { undo, redo } = this.#moment.history;
    return { undo: undo[undo.length - 1]?.what ?? null, redo: redo[redo.length - 1]?.what ?? null };
  }

  /** Everything that can be taken back and done again. */
  get steps(): History { return this.#moment.history; }

  /** The number of the change that came under a name; null when that is not known any more. */
  numberOf(opId: string): number | null {
    return this.#done.get(opId)?.seq ?? null;
  }

  get saveState(): SaveState {
    const [where, trouble] = [...this.#troubles][0] ?? [];
    return {
      board: this.folder.board, safeSeq: this.#safeSeq, savedMs: this.#savedMs,
      trouble: where && trouble ? { where, code: trouble.code, detail: trouble.detail } : null,
    };
  }

  /** The board with all ink that is known, also that of strokes that could come back. */
  documentWithAllInk(): PlainDocument {
    return { board: this.board, inks: Object.fromEntries(this.#inks) as NewInks };
  }

  /** The board with the ink of what stands on it. */
  document(): PlainDocument {
    return documentOf(this.board, this.#inks);
  }

  /**
   * Applies a command and tells everybody at once; resolves with its number when it is on the disk. The same opId
   * again is not applied again, but waits for the same.
   * @param undoable false for what the services do themselves and no window may take back
   * @throws TroubleError command.refused; the board is then unchanged
   */
  async do(opId: string, command: Command, undoable = true): Promise<number> {
    const known = this.#done.get(opId);
    if (known) {
      await known.onDisk;
      return known.seq;
    }
    const inks = 'inks' in command ? command.inks ?? {} : {};
    const { board, change, inverse } = this.#apply(command, inks);
    for (const [id, text] of Object.entries(inks)) this.#inks.set(id as InkId, text);
    const what: What = command.type === 'marks.put' ? command.what : command.type;
    const onDisk = this.#enter({ kind: 'change', what, opId, change, inks, undoable }, board, inverse);
    const { seq } = this;
    this.#done.set(opId, { seq, onDisk });
    await onDisk;
    return seq;
  }

  /** Takes the last gesture back; resolves when that is on the disk. Nothing to take back is no error. */
  async undo(): Promise<HistoryState> {
    await this.#step('undo');
    return this.history;
  }

  /** Does again what was taken back last. */
  async redo(): Promise<HistoryState> {
    await this.#step('redo');
    return this.history;
  }

  /** Resolves when everything of now is on the disk, or at once when the disk refuses. */
  async settled(): Promise<void> {
    const { seq } = this;
    while (this.#safeSeq < seq && !this.#troubles.has('journal')) await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
  }

  /** Says that something outside the journal cannot be saved, or can again. */
  setTrouble(where: TroublePlace, trouble: Trouble | null): void {
    const before = this.#troubles.get(where);
    if (before?.code === trouble?.code && before?.detail === trouble?.detail) return;
    if (trouble) this.#troubles.set(where, trouble);
    else this.#troubles.delete(where);
    this.#tellSaved();
  }

  /**
   * Writes everything and stops.
   * @throws TroubleError when not everything could be saved: the board then stays open and goes on trying
   */
  async close(): Promise<void> {
    try {
      await this.#writer.close();
      await this.#snapshot;
      if (this.seq > this.#snapshotSeq) await this.#writeWhole();
    } catch (error) {
      const { code, detail } = fileTrouble(error);
      throw new TroubleError(code, detail);
    }
  }

  /** Gives up what cannot be saved, so that nobody waits for it any longer. */
  abandon(): void {
    this.#writer.abandon(new TroubleError('board.notOpen', this.folder.board));
  }

  #apply(command: Command, inks: NewInks): { readonly board: Board; readonly change: Change; readonly inverse: Change } {
    for (const [id, text] of Object.entries(inks)) {
      const own = this.#inks.get(id as InkId);
      // Ink never changes: another ink under the name of one that is there would alter strokes that stand already.
      if ((own !== undefined && own !== text) || inkFault(text)) throw new TroubleError('command.refused', `ink ${id}`);
    }
    try {
      return applyCommand(this.board, command, (id) => this.#inks.has(id));
    } catch (error) {
      throw error instanceof CommandRefused ? new TroubleError('command.refused', error.refusal) : error;
    }
  }

  async #step(kind: 'undo' | 'redo'): Promise<void> {
    const steps = this.#moment.history[kind];
    const step = steps[steps.length - 1];
    if (!step) return;
    const { board, inverse } = applyChange(this.board, step.change);
    await this.#enter({ kind, what: step.what, of: step.of, change: step.change }, board, inverse);
  }

  /** Gives a change its number, tells it and hands it to the journal. */
  #enter(body: EntryBody, board: Board, inverse: Change): Promise<void> {
    const entry: JournalEntry = { seq: this.seq + 1, atMs: this.#now(), body };
    this.#moment = { board, seq: entry.seq, history: historyAfter(this.#moment.history, entry, inverse) };
    const onDisk = this.#writer.append(entry, this.#generation);
    this.#listener.changed({
      board: this.folder.board, seq: entry.seq, opId: body.kind === 'change' ? body.opId : `${body.kind}-${entry.seq}`,
      change: body.change, inks: body.kind === 'change' ? body.inks : {}, history: this.history,
    });
    if (this.#snapshot === null && entry.seq - this.#snapshotSeq >= Math.max(SNAPSHOT_AFTER, this.#inks.size * SNAPSHOT_AFTER_SHARE)) this.#snapshotInTheBackground();
    return onDisk;
  }

  #saved(seq: number): void {
    this.#safeSeq = Math.max(this.#safeSeq, seq);
    this.#savedMs = this.#now();
    this.#troubles.delete('journal');
    this.#tellSaved();
  }

  #tellSaved(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
    this.#listener.saved(this.saveState);
  }

  /** The journals hold everything all the same: a snapshot that fails costs time at the next start, nothing else. */
  #snapshotInTheBackground(): void {
    this.#snapshot = this.#writeWhole()
      .then(() => undefined, (error: unknown) => { this.#listener.failed('snapshot', error); })
      .finally(() => { this.#snapshot = null; });
  }

  /** Writes the board whole under a new generation; what is entered from now on goes to that generation's journal. */
  async #writeWhole(): Promise<{ readonly generation: number; readonly seq: number }> {
    const generation = ++this.#generation;
    const { seq } = this;
    const document = this.document();
    await mkdir(this.folder.root, { recursive: true });
    await writeSnapshot(this.folder, generation, document, seq);
    this.#snapshotSeq = seq;
    return { generation, seq };
  }
}
