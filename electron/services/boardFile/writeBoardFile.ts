import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { BOARD_VERSION } from '../../../shared/board/board.ts';
import { firstMarksOf } from '../../../shared/board/firstMarks.ts';
import { documentPieces } from '../boards/documentPieces.ts';
import { writeSafely } from '../files/writeSafely.ts';
import { ENTRY, MIMETYPE, type BoardFile, type Manifest } from './container.ts';

/** What the world adds to a container: the time, the app's version, and 32 hex digits of chance. */
export type Writing = { readonly savedMs: number; readonly app: string; readonly mark: string };

/**
 * Writes a board as `.doek` file so that at every moment either the old or the new one stands there, whole.
 * @throws the system's error; see `writeSafely`
 */
export async function writeBoardFile(path: string, content: BoardFile, { savedMs, app, mark }: Writing): Promise<void> {
  const manifest: Manifest = {
    board: content.document.board.id, documentVersion: BOARD_VERSION, savedMs, mark,
    seq: content.seq, startSeq: content.playback?.startSeq ?? null, app,
  };
  await writeSafely(path, containerPieces(content, manifest));
}

/** The bytes of a container, made while they are read. */
export async function* containerPieces(content: BoardFile, manifest: Manifest): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // Without a listener a failure inside the library would end the process; this way it ends the reading.
  zip.on('error', (error: Error) => { output.destroy(error); });
  const options = { mtime: new Date(manifest.savedMs), mode: 0o100644, forceDosTimestamp: true };
  const add = (name: string, bytes: Buffer | string, compress: boolean): void => { zip.addBuffer(Buffer.from(bytes), name, { ...options, compress }); };
  add(ENTRY.mimetype, MIMETYPE, false);
  add(ENTRY.manifest, JSON.stringify(manifest), true);
  const first = firstMarksOf(content.document);
  if (first) add(ENTRY.firstMarks, JSON.stringify(first), true);
  zip.addReadStreamLazy(ENTRY.document, options, (give) => { give(null, Readable.from(documentPieces(content.document), { objectMode: false })); });
  if (content.playback) {
    add(ENTRY.start, JSON.stringify(content.playback.start), true);
    add(ENTRY.journal, Buffer.from(content.playback.journal, 'latin1'), true);
  }
  for (const { name, bytes } of content.assets) add(ENTRY.assets + name, bytes, false);
  if (content.thumbnail) add(ENTRY.thumbnail, content.thumbnail, false);
  if (content.people) add(ENTRY.people, content.people, false);
  zip.end();
  for await (const piece of output) yield piece as Uint8Array;
}
