import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardId } from '../../../shared/base/ids.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import { encodeLine, readJournal } from '../../../shared/journal/journalText.ts';
import type { BoardFolder } from '../boards/boardFolder.ts';
import type { BoardStore } from '../boards/boardStore.ts';
import { writeSnapshot, writeSnapshotPieces } from '../boards/snapshotFile.ts';
import { writeSafely } from '../files/writeSafely.ts';
import { writeAllTold } from '../rounds/toldResults.ts';
import type { Playback } from './container.ts';
import type { ReadBoardFile } from './readBoardFile.ts';

/**
 * Takes a `.doek` file in as a working copy. The file that this laptop wrote last itself leads to the working copy that
 * it was made from, which holds at least as much. Any other file of a board that is here already becomes a board of its
 * own beside it: neither is ever put over the other.
 * @param path where the file is, when the board is to keep to it
 * @param newId a fresh id, for the second case
 */
export async function importBoard(store: BoardStore, file: ReadBoardFile, path: string | null, newId: () => BoardId): Promise<BoardId> {
  const { manifest, document } = file;
  const own = document.board.id;
  const known = await store.has(own);
  if (known && (await store.fileOf(own))?.marks.includes(manifest.mark)) {
    if (path !== null) await store.setFile(own, { path, marks: [manifest.mark], seq: manifest.seq });
    return own;
  }
  const id = known ? newId() : own;
  const renamed: PlainDocument = { ...document, board: { ...document.board, id } };
  const ownFile = path === null ? null : { path, marks: [manifest.mark], seq: manifest.seq };
  return store.create(renamed, (folder) => fill(folder, file, renamed), ownFile);
}

async function fill(folder: BoardFolder, file: ReadBoardFile, document: PlainDocument): Promise<number | null> {
  const played = file.playback !== null && (await fillPlayback(folder, file.playback, document.board.id));
  const generation = played ? 1 : 0;
  // The very bytes that were checked; under another id they are not the board's.
  if (file.json && document.board.id === file.document.board.id) await writeSnapshotPieces(folder.snapshot(generation), piecesOf(file.json), file.seq);
  else await writeSnapshot(folder, generation, document, file.seq);
  if (file.assets.length > 0) await mkdir(folder.assets);
  for (const { name, bytes } of file.assets) await writeFile(join(folder.assets, name), bytes, { mode: 0o600 });
  if (file.thumbnail) await writeSafely(folder.thumbnail, file.thumbnail);
  await writeAllTold(folder.told, document.board);
  if (file.people) await writeSafely(folder.people, file.people, 0o600);
  return played ? null : file.seq;
}

const PIECE_BYTES = 1024 * 1024;

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Puts down how the board came about as its first generation, or nothing when that does not hold together. */
async function fillPlayback(folder: BoardFolder, { start, startSeq, journal }: Playback, id: BoardId): Promise<boolean> {
  const { header, entries, goodBytes } = readJournal(journal);
  if (header?.afterSeq !== startSeq || entries.length === 0 || readDocument(start).kind !== 'document') return false;
  // `readDocument` has seen that this is a board.
  const { board, ...rest } = start as { readonly board: object };
  await writeSnapshotPieces(folder.snapshot(0), [JSON.stringify({ board: { ...board, id }, ...rest })], startSeq);
  await writeSafely(folder.journal(0), Buffer.from(encodeLine({ ...header, board: id }) + journal.slice(encodeLine(header).length, goodBytes), 'latin1'));
  return true;
}
