import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import * as v from 'valibot';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import { breathing } from '../files/inTurns.ts';
import { parseJsonInTurns } from '../files/jsonInTurns.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';
import { generationsIn, type BoardFolder } from './boardFolder.ts';
import { documentPieces } from './documentPieces.ts';

/** How many snapshots of a board are kept, not counting the first, from which the time-lapse starts. */
const KEPT_SNAPSHOTS = 4;

const trailerSchema = v.object({ seq: v.pipe(v.number(), v.integer(), v.minValue(0)), sha256: v.string() });

/** A snapshot as it was read: still a plain value of whatever version, checked only for being what was written. */
export type RawSnapshot = { readonly value: unknown; readonly seq: number };

/**
 * Writes the state of a board after change `seq`: one line of JSON and one line with the number and the SHA-256 of
 * the first. Older snapshots beyond the kept ones go once this one was read back; journals are never removed.
 */
export async function writeSnapshot(folder: BoardFolder, generation: number, document: PlainDocument, seq: number): Promise<void> {
  await writeSnapshotPieces(folder.snapshot(generation), documentPieces(document), seq);
  const { snapshots } = await generationsIn(folder);
  for (const old of snapshots.slice(1, -KEPT_SNAPSHOTS)) await rm(folder.snapshot(old), { force: true });
}

/** The JSON of a document. */
type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Writes a snapshot from the JSON of a document of whatever version. */
export async function writeSnapshotPieces(path: string, pieces: Pieces, seq: number): Promise<void> {
  await writeSafely(path, withTrailer(pieces, seq));
}

async function* withTrailer(pieces: Pieces, seq: number): AsyncGenerator<string | Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  yield `\n${JSON.stringify({ seq, sha256: hash.digest('hex') })}\n`;
}

/** Reads a snapshot, or null when it is not there or not what was written. @throws the system's error on reading */
export async function readSnapshot(path: string): Promise<RawSnapshot | null> {
  const bytes = await readIfThere(path);
  const end = bytes?.lastIndexOf(0x0a, bytes.length - 2) ?? -1;
  if (!bytes || end === -1) return null;
  try {
    const trailer = v.safeParse(trailerSchema, JSON.parse(bytes.toString('utf8', end + 1)));
    const json = bytes.subarray(0, end);
    if (!trailer.success || (await sha256Of(json)) !== trailer.output.sha256) return null;
    return { value: await parseJsonInTurns(json), seq: trailer.output.seq };
  } catch {
    return null;
  }
}

const PIECE_BYTES = 4 * 1024 * 1024;

async function sha256Of(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256');
  const breathe = breathing();
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    hash.update(bytes.subarray(at, at + PIECE_BYTES));
    await breathe();
  }
  return hash.digest('hex');
}

/** The number of the last change in a snapshot, from its last line alone, or null. Whether it is whole shows on reading. */
export async function readSnapshotSeq(path: string): Promise<number | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 300));
    await file.read(tail, 0, tail.length, size - tail.length);
    const trailer = v.safeParse(trailerSchema, JSON.parse(tail.toString('utf8', tail.lastIndexOf(0x0a, -2) + 1)));
    return trailer.success ? trailer.output.seq : null;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
