import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InkId } from '../../../shared/base/ids.ts';
import { BOARD_VERSION, type Board } from '../../../shared/board/board.ts';
import { readingDocument } from '../../../shared/board/readDocument.ts';
import type { PlainDocument, RecoveryReport } from '../../../shared/contract/boards.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { InkText } from '../../../shared/ink/inkCodec.ts';
import type { JournalEntry } from '../../../shared/journal/entry.ts';
import { NO_HISTORY, type History } from '../../../shared/journal/history.ts';
import { readJournal } from '../../../shared/journal/journalText.ts';
import { inksOf, replay, type Moment } from '../../../shared/journal/replay.ts';
import { inTurns } from '../files/inTurns.ts';
import { readIfThere } from '../files/writeSafely.ts';
import { generationsIn, lastGeneration, type BoardFolder, type Generations } from './boardFolder.ts';
import { documentOf } from './documentPieces.ts';
import { readSnapshot, readSnapshotSeq, type RawSnapshot } from './snapshotFile.ts';

/** A board as its working copy gives it. `opIds` are the names of the gestures in the journals that were read. */
export type RecoveredBoard = {
  readonly moment: Moment;
  readonly inks: Map<InkId, InkText>;
  readonly opIds: ReadonlyMap<string, number>;
  /** The highest generation that lies in the folder, and whether changes lie beyond its snapshot. */
  readonly generation: number;
  readonly fresh: boolean;
  readonly report: RecoveryReport;
};

/** So many gestures can be taken back after a start, when the journals hold them. */
const HISTORY_AT_START = 100;
/** Replaying so much of journals takes some tenths of a second. */
const MOST_HISTORY_BYTES = 4 * 1024 * 1024;

/**
 * Reads a working copy: the newest snapshot that is whole, and the journals from there on, up to the first line that
 * is torn or damaged. Files are only read; what is cut is copied aside by `keepCutJournals`.
 * @throws TroubleError board.unknown, file.tooNew, or file.damaged when no snapshot can be read
 */
export async function recoverBoard(folder: BoardFolder): Promise<RecoveredBoard> {
  const generations = await generationsIn(folder);
  const { base, run } = await newestRun(folder, generations);
  const longer = run.entries.length < HISTORY_AT_START ? await longerHistory(folder, generations, base, run) : null;
  const { history, inks } = longer ?? { history: run.moment.history, inks: run.inks };
  const generation = lastGeneration(generations);
  return {
    moment: { ...run.moment, history },
    inks,
    opIds: opIdsOf(longer?.entries ?? run.entries),
    generation,
    fresh: base === generation && !generations.journals.includes(generation),
    report: { entries: run.entries.length, cutBytes: run.cutBytes, fromSnapshot: base === generations.snapshots[generations.snapshots.length - 1] },
  };
}

/**
 * The document that a working copy gives, with the ink of what stands on it, for whoever only looks. Its folder stays
 * as it is, with what is torn, and may be written by somebody else meanwhile.
 * @throws TroubleError as `recoverBoard` does
 */
export async function readWorkingCopy(folder: BoardFolder): Promise<PlainDocument> {
  const { run } = await newestRun(folder, await generationsIn(folder));
  return documentOf(run.moment.board, run.inks);
}

/** The run from the newest snapshot that leads to a sound board. @throws TroubleError as `recoverBoard` does */
async function newestRun(folder: BoardFolder, generations: Generations): Promise<{ readonly base: number; readonly run: Run }> {
  if (generations.snapshots.length === 0) throw new TroubleError('board.unknown', folder.board);
  let fault = 'snapshot';
  for (const base of [...generations.snapshots].reverse()) {
    const snapshot = await readSnapshot(folder.snapshot(base));
    if (!snapshot) continue;
    const run = await replayFrom(folder, generations, base, snapshot);
    if (run.kind === 'run') return { base, run };
    fault = run.at;
  }
  throw new TroubleError('file.damaged', fault);
}

type Run = { readonly kind: 'run'; readonly moment: Moment; readonly inks: Map<InkId, InkText>; readonly entries: readonly JournalEntry[]; readonly cutBytes: number };
type Damaged = { readonly kind: 'damaged'; readonly at: string };

type LongerHistory = { readonly history: History; readonly entries: readonly JournalEntry[]; readonly inks: Map<InkId, InkText> };

/**
 * The same moment reached from an older snapshot, for the gestures that lie between; null when there is none, when it
 * does not lead to the same moment, or when the way is so long that it would be felt at the start.
 */
async function longerHistory(folder: BoardFolder, generations: Generations, base: number, run: Run): Promise<LongerHistory | null> {
  let chosen: number | null = null;
  for (const older of generations.snapshots.filter((generation) => generation < base).reverse()) {
    const seq = await readSnapshotSeq(folder.snapshot(older));
    if (seq === null || (await bytesOf(folder, generations, older)) > MOST_HISTORY_BYTES) break;
    chosen = older;
    if (seq <= run.moment.seq - HISTORY_AT_START) break;
  }
  const snapshot = chosen === null ? null : await readSnapshot(folder.snapshot(chosen));
  if (chosen === null || !snapshot || versionOf(snapshot.value) !== BOARD_VERSION) return null;
  const { entries } = await readJournals(folder, generations.journals.filter((generation) => generation >= (chosen ?? 0)), BOARD_VERSION, snapshot.seq);
  // Only the way is taken from here, not the board: that is the one that was checked.
  const { board, inks } = rawDocument(snapshot);
  const { moment } = replay({ board, seq: snapshot.seq, history: NO_HISTORY }, entries);
  if (moment.seq !== run.moment.seq) return null;
  const known = Object.entries({ ...inks, ...inksOf(entries) }) as [InkId, InkText][];
  return { history: moment.history, entries, inks: new Map([...known.filter(([id, text]) => !run.inks.has(id) && typeof text === 'string'), ...run.inks]) };
}

/** The size of all journals from a generation on. */
async function bytesOf(folder: BoardFolder, { journals }: Generations, from: number): Promise<number> {
  let bytes = 0;
  for (const generation of journals.filter((number) => number >= from)) bytes += (await stat(folder.journal(generation))).size;
  return bytes;
}

async function replayFrom(folder: BoardFolder, generations: Generations, base: number, snapshot: RawSnapshot): Promise<Run | Damaged> {
  const version = versionOf(snapshot.value);
  if (version > BOARD_VERSION) throw new TroubleError('file.tooNew', String(version));
  const read = await readJournals(folder, generations.journals.filter((generation) => generation >= base), version, snapshot.seq);
  return soundRun(snapshot, version, read.entries, read.cutBytes);
}

/**
 * Applies the entries to the plain document of its own version and migrates and checks the result once. Should it
 * not be sound, the longest run of entries that gives a sound board is taken.
 */
async function soundRun(snapshot: RawSnapshot, version: number, entries: readonly JournalEntry[], cutBytes: number): Promise<Run | Damaged> {
  const whole = await tryRun(snapshot, version, entries);
  if (whole.kind === 'run') return { ...whole, cutBytes };
  const none = await tryRun(snapshot, version, []);
  if (none.kind === 'damaged') return none;
  let good: Run = none;
  for (let low = 0, high = entries.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    const run = await tryRun(snapshot, version, entries.slice(0, middle));
    if (run.kind === 'run') { good = run; low = middle; } else high = middle;
  }
  return { ...good, cutBytes: cutBytes + Math.max(1, entries.length - good.entries.length) };
}

async function tryRun(snapshot: RawSnapshot, version: number, entries: readonly JournalEntry[]): Promise<Run | Damaged> {
  const { board, inks } = rawDocument(snapshot);
  const { moment, fitted } = replay({ board, seq: snapshot.seq, history: NO_HISTORY }, entries);
  if (fitted < entries.length) return { kind: 'damaged', at: `entry ${snapshot.seq + fitted + 1}` };
  const all = { ...inks, ...inksOf(entries) };
  const read = await inTurns(readingDocument({ board: moment.board, inks: all }));
  if (read.kind !== 'document') return { kind: 'damaged', at: read.kind === 'damaged' ? read.at : 'version' };
  const history = version === BOARD_VERSION ? moment.history : NO_HISTORY;
  return {
    kind: 'run',
    moment: { board: read.document.board, seq: moment.seq, history },
    inks: new Map(Object.entries(read.document.inks) as [InkId, InkText][]),
    entries,
    cutBytes: 0,
  };
}

/** The entries of a row of journals, as far as each begins where the one before it ended; the rest counts as cut. */
async function readJournals(folder: BoardFolder, journals: readonly number[], version: number, afterSeq: number): Promise<{ readonly entries: readonly JournalEntry[]; readonly cutBytes: number }> {
  const entries: JournalEntry[] = [];
  let cutBytes = 0;
  for (const generation of journals) {
    const bytes = await readIfThere(folder.journal(generation));
    const read = readJournal(bytes?.toString('latin1') ?? '');
    const follows = read.header?.board === folder.board && read.header.documentVersion === version
      && read.header.afterSeq === afterSeq + entries.length;
    if (read.header !== null && !follows) cutBytes += read.goodBytes + read.cutBytes;
    else {
      entries.push(...read.entries);
      cutBytes += read.cutBytes;
    }
  }
  return { entries, cutBytes };
}

/** The document of a snapshot before it is checked: what was written is what is read, but perhaps of an older version. */
function rawDocument(snapshot: RawSnapshot): { readonly board: Board; readonly inks: Readonly<Record<InkId, InkText>> } {
  return snapshot.value as { readonly board: Board; readonly inks: Readonly<Record<InkId, InkText>> };
}

function versionOf(value: unknown): number {
  const board = typeof value === 'object' && value !== null && 'board' in value ? value.board : null;
  const version = typeof board === 'object' && board !== null && 'version' in board ? board.version : null;
  return typeof version === 'number' ? version : 0;
}

function opIdsOf(entries: readonly JournalEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.flatMap(({ seq, body }) => (body.kind === 'change' ? [[body.opId, seq] as const] : [])));
}

/** Copies the journals of a working copy aside before anything new is written, so that a cut end is never lost. */
export async function keepCutJournals(folder: BoardFolder, stamp: string): Promise<void> {
  const { journals } = await generationsIn(folder);
  await mkdir(folder.cut, { recursive: true });
  for (const generation of journals) await copyFile(folder.journal(generation), join(folder.cut, `journal-${generation}-${stamp}.log`));
}
