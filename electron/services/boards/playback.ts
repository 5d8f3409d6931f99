import { open } from 'node:fs/promises';
import { BOARD_VERSION } from '../../../shared/board/board.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';
import type { PlaybackPiece, PlaybackPlace, PlaybackStart } from '../../../shared/contract/playback.ts';
import type { JournalEntry } from '../../../shared/journal/entry.ts';
import { readEntries, readHeader } from '../../../shared/journal/journalText.ts';
import { playedEntry } from '../../../shared/journal/playedEntry.ts';
import { breathing } from '../files/inTurns.ts';
import { generationsIn, type BoardFolder, type Generations } from './boardFolder.ts';
import type { OpenBoard } from './openBoard.ts';
import { readSnapshot, readSnapshotSeq } from './snapshotFile.ts';

/** About so much of a journal is read and told at once. */
const PIECE_BYTES = 512 * 1024;

/** What a journal turned out to be: the changes after `afterSeq` up to `lastSeq` can be read from it. */
type Span = { readonly generation: number; readonly afterSeq: number; readonly lastSeq: number };

/** What follows a place within one journal; `nextByte` is where its next line begins, null when there is none that is whole. */
type Stretch = { readonly entries: readonly JournalEntry[]; readonly nextByte: number | null };

/** The text of a file from a byte on: whole lines, at least one when there is one. */
async function readLines(path: string, from: number): Promise<string> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return '';
  try {
    let bytes = Buffer.alloc(0);
    for (;;) {
      const more = Buffer.alloc(Math.max(PIECE_BYTES, bytes.length));
      const { bytesRead } = await file.read(more, 0, more.length, from + bytes.length);
      bytes = Buffer.concat([bytes, more.subarray(0, bytesRead)]);
      const end = bytes.lastIndexOf(0x0a);
      if (end !== -1) return bytes.toString('latin1', 0, end + 1);
      if (bytesRead === 0) return '';
    }
  } finally {
    await file.close();
  }
}

/** The next entries of one journal, checked line by line; at byte 0 its header is read along. */
async function readStretch(folder: BoardFolder, { generation, byte, afterSeq }: PlaybackPlace): Promise<Stretch> {
  const text = await readLines(folder.journal(generation), byte);
  const head = byte === 0 ? readHeader(text) : null;
  if (text === '' || (byte === 0 && head === null)) return { entries: [], nextByte: null };
  const body = text.slice(head?.bytes ?? 0);
  const { entries, goodBytes } = readEntries(body, afterSeq);
  return { entries, nextByte: goodBytes < body.length ? null : byte + text.length };
}

/** How far a journal can be read; null when it is not this board's, or was written by an older version of the app. */
async function spanOf(folder: BoardFolder, generation: number): Promise<Span | null> {
  const header = readHeader(await readLines(folder.journal(generation), 0))?.header;
  if (header?.board !== folder.board || header.documentVersion !== BOARD_VERSION) return null;
  const breathe = breathing();
  let place: PlaybackPlace = { generation, byte: 0, afterSeq: header.afterSeq };
  for (;;) {
    const { entries, nextByte } = await readStretch(folder, place);
    const lastSeq = place.afterSeq + entries.length;
    if (nextByte === null) return { generation, afterSeq: header.afterSeq, lastSeq };
    place = { generation, byte: nextByte, afterSeq: lastSeq };
    await breathe();
  }
}

/** The journals that lead to change `seq` without a gap, oldest first, and the change after which the first of them begins. */
async function wayTo(folder: BoardFolder, { journals }: Generations, seq: number): Promise<{ readonly spans: readonly Span[]; readonly afterSeq: number }> {
  const spans: Span[] = [];
  let afterSeq = seq;
  for (const generation of [...journals].reverse()) {
    const span = await spanOf(folder, generation);
    if (!span || span.afterSeq >= afterSeq) continue;
    if (span.lastSeq < afterSeq) break;
    spans.unshift(span);
    afterSeq = span.afterSeq;
  }
  return { spans, afterSeq };
}

/**
 * How a board came about, from the oldest snapshot after which its journals follow each other without a gap. A start
 * that was cut off, damaged or written by an older version of the app is left out, and `whole` says so.
 * @throws the system's error on reading
 */
export async function openPlayback(board: OpenBoard): Promise<PlaybackStart> {
  await board.settled();
  const { folder, seq: toSeq } = board;
  const generations = await generationsIn(folder);
  const { spans, afterSeq } = await wayTo(folder, generations, toSeq);
  for (const generation of generations.snapshots) {
    const seq = await readSnapshotSeq(folder.snapshot(generation));
    if (seq === null || seq < afterSeq || seq >= toSeq) continue;
    const snapshot = await readSnapshot(folder.snapshot(generation));
    const read = snapshot && isOfThisVersion(snapshot.value) ? readDocument(snapshot.value) : null;
    const span = spans.find(({ lastSeq }) => lastSeq > seq);
    if (read?.kind !== 'document' || !span) continue;
    return { document: read.document, afterSeq: seq, toSeq, whole: seq === 0, next: { generation: span.generation, byte: 0, afterSeq: span.afterSeq } };
  }
  return { document: board.document(), afterSeq: toSeq, toSeq, whole: toSeq === 0, next: null };
}

/** Changes fit only the very document that they were made on: one of an older version is not brought up to date. */
function isOfThisVersion(value: unknown): boolean {
  return (value as { readonly board?: { readonly version?: unknown } } | null)?.board?.version === BOARD_VERSION;
}

/**
 * The next gestures of a board. The first of them may lie before what was asked for, where a journal begins earlier.
 * @param toSeq the last change that is wanted
 * @throws the system's error on reading
 */
export async function readPlayback(folder: BoardFolder, place: PlaybackPlace, toSeq: number): Promise<PlaybackPiece> {
  const { entries, nextByte } = await readStretch(folder, place);
  const lastSeq = place.afterSeq + entries.length;
  const played = entries.filter(({ seq }) => seq <= toSeq).map(playedEntry);
  if (lastSeq >= toSeq) return { entries: played, next: null };
  return { entries: played, next: nextByte === null ? await nextJournal(folder, place.generation, lastSeq) : { generation: place.generation, byte: nextByte, afterSeq: lastSeq } };
}

/** The beginning of the journal in which the changes after `seq` stand; null where there is a gap. */
async function nextJournal(folder: BoardFolder, generation: number, seq: number): Promise<PlaybackPlace | null> {
  const { journals } = await generationsIn(folder);
  for (const later of journals.filter((number) => number > generation)) {
    const header = readHeader(await readLines(folder.journal(later), 0))?.header;
    if (header) return header.afterSeq <= seq ? { generation: later, byte: 0, afterSeq: header.afterSeq } : null;
  }
  return null;
}
