import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BOARD_VERSION } from '../../../shared/board/board.ts';
import type { Trouble } from '../../../shared/contract/trouble.ts';
import type { JournalEntry } from '../../../shared/journal/entry.ts';
import { encodeLine } from '../../../shared/journal/journalText.ts';
import { errnoOf, fileTrouble } from '../files/fileTrouble.ts';
import { syncFolder } from '../files/writeSafely.ts';
import type { BoardFolder } from './boardFolder.ts';

/** What a journal writer tells its board. */
export type JournalListener = {
  /** Everything up to this change is on the disk. */
  readonly saved: (seq: number) => void;
  /** Nothing is being saved; the writer goes on trying. */
  readonly trouble: (trouble: Trouble) => void;
  /**
   * What was on the disk is gone from it. The board writes itself whole under a new generation.
   * @returns that generation and the last change that it holds
   */
  readonly lost: () => Promise<{ readonly generation: number; readonly seq: number }>;
};

type Waiting = { readonly entry: JournalEntry; readonly line: string; generation: number; readonly done: () => void; readonly failed: (error: unknown) => void };

/** The journal that is being written: up to `goodBytes` everything is on the disk for sure. */
type Current = { readonly generation: number; handle: FileHandle | null; goodBytes: number; created: boolean };

class JournalLost extends Error {}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5000;

/**
 * Appends entries to the journals of one board. Whatever arrives while one write is under way goes out together with
 * the next (group commit), and every promise resolves only after fsync. After a failure nothing of the failed write
 * counts: it is cut off and written again, because a disk may forget what it failed to write and then report success.
 */
export class JournalWriter {
  readonly #folder: BoardFolder;
  readonly #listener: JournalListener;
  #waiting: Waiting[] = [];
  #current: Current | null = null;
  #running: Promise<void> | null = null;
  #wake = new AbortController();
  #closing = false;

  constructor(folder: BoardFolder, listener: JournalListener) {
    this.#folder = folder;
    this.#listener = listener;
  }

  /** Writes an entry to the journal of a generation; resolves when it is on the disk. */
  append(entry: JournalEntry, generation: number): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, line: encodeLine(entry), generation, done, failed });
      this.#running ??= this.#run().finally(() => { this.#running = null; });
    });
  }

  /**
   * Tries once more at once and stops.
   * @throws the system's error when something could not be written; it is then still waiting and `append` goes on
   */
  async close(): Promise<void> {
    this.#closing = true;
    try {
      this.#wake.abort();
      await this.#running;
      // The loop ends early when it is closing; what it left behind gets this last attempt.
      while (this.#waiting.length > 0) await this.#writeBatch();
      await this.#current?.handle?.close();
      this.#current = null;
    } finally {
      this.#closing = false;
      this.#wake = new AbortController();
      if (this.#waiting.length > 0) this.#running ??= this.#run().finally(() => { this.#running = null; });
    }
  }

  /** Gives up what is waiting, with the reason; for a board that is closed in spite of trouble. */
  abandon(reason: unknown): void {
    for (const { failed } of this.#waiting.splice(0)) failed(reason);
  }

  async #run(): Promise<void> {
    let pauseMs = FIRST_RETRY_MS;
    while (this.#waiting.length > 0) {
      try {
        await this.#writeBatch();
        pauseMs = FIRST_RETRY_MS;
      } catch (error) {
        this.#listener.trouble(fileTrouble(error));
        if (this.#closing) return;
        await sleep(pauseMs, undefined, { signal: this.#wake.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, LAST_RETRY_MS);
      }
    }
  }

  /** Writes what waits for one generation, and tells those who wait. */
  async #writeBatch(): Promise<void> {
    const first = this.#waiting[0];
    if (!first) return;
    const until = this.#waiting.findIndex(({ generation }) => generation !== first.generation);
    const batch = this.#waiting.slice(0, until === -1 ? undefined : until);
    try {
      await this.#write(first, batch.map(({ line }) => line).join(''));
      this.#settle((batch[batch.length - 1] as Waiting).entry.seq);
    } catch (error) {
      if (!(error instanceof JournalLost)) throw error;
      const whole = await this.#listener.lost();
      for (const waiting of this.#waiting) waiting.generation = whole.generation;
      this.#settle(whole.seq);
    }
  }

  #settle(seq: number): void {
    const done = this.#waiting.filter(({ entry }) => entry.seq <= seq);
    this.#waiting = this.#waiting.slice(done.length);
    this.#listener.saved(seq);
    for (const waiting of done) waiting.done();
  }

  async #write({ entry, generation }: Waiting, lines: string): Promise<void> {
    const current = await this.#openFor(generation);
    const header = encodeLine({ journal: 'droomdoek', documentVersion: BOARD_VERSION, board: this.#folder.board, afterSeq: entry.seq - 1 });
    const bytes = Buffer.from(current.goodBytes === 0 ? header + lines : lines, 'latin1');
    try {
      const handle = current.handle as FileHandle;
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at, current.goodBytes + at)).bytesWritten;
      await handle.datasync();
      if (current.goodBytes === 0) await syncFolder(dirname(this.#folder.journal(generation)));
      current.goodBytes += bytes.length;
    } catch (error) {
      await current.handle?.close().catch(() => undefined);
      current.handle = null;
      throw error;
    }
  }

  /** The open journal of a generation, cut back to what is known to be on the disk. */
  async #openFor(generation: number): Promise<Current> {
    if (this.#current?.generation !== generation) {
      await this.#current?.handle?.close();
      this.#current = { generation, handle: null, goodBytes: 0, created: false };
    }
    const current = this.#current;
    if (current.handle) {
      // A folder that was removed does not fail a write to the open file: what is written there nobody finds again.
      if ((await current.handle.stat()).nlink > 0) return current;
      await current.handle.close();
      current.handle = null;
    }
    try {
      // A generation is new: should its journal be there all the same, it is somebody's work and not overwritten.
      const flags = current.created ? constants.O_RDWR : constants.O_RDWR | constants.O_CREAT | constants.O_EXCL;
      const handle = await open(this.#folder.journal(generation), flags, 0o600);
      current.handle = handle;
      current.created = true;
      if ((await handle.stat()).size < current.goodBytes) throw new JournalLost();
      await handle.truncate(current.goodBytes);
      return current;
    } catch (error) {
      await current.handle?.close().catch(() => undefined);
      current.handle = null;
      throw errnoOf(error) === 'ENOENT' ? new JournalLost() : error;
    }
  }
}
