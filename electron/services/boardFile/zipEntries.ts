import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { crc32 } from '../exports/crc32.ts';
import { fileTrouble } from '../files/fileTrouble.ts';
import { MIMETYPE, type Limits } from './container.ts';

/**
 * Reads the wanted entries of a zip file into memory. Sizes are those of the bytes that really come out, never those
 * that the file claims; an entry may not be doubled, encrypted or named with a way out of the container.
 * @param mostBytes how large an entry of that name may be, or null when it is not wanted
 * @throws TroubleError file.unreadable, file.foreign, file.damaged, file.tooLarge
 */
export async function readZipEntries(path: string, mostBytes: (name: string) => number | null, limits: Limits): Promise<ReadonlyMap<string, Buffer>> {
  await checkHead(path, limits);
  const zip = await openPromise(path, { strictFileNames: true }).catch((error: unknown) => { throw damaged(error); });
  // The library may report the same fault twice; the second time nobody would listen, which ends the process.
  zip.on('error', () => undefined);
  try {
    return await gather(zip, mostBytes, limits);
  } catch (error) {
    throw error instanceof TroubleError ? error : damaged(error);
  } finally {
    zip.close();
  }
}

const damaged = (error: unknown): TroubleError => new TroubleError('file.damaged', error instanceof Error ? error.message.slice(0, 120) : '');

/** Tells a file that is no board from one that is damaged: by its first bytes, before anything else is believed. */
async function checkHead(path: string, limits: Limits): Promise<void> {
  const file = await open(path, 'r').catch((error: unknown) => { throw new TroubleError('file.unreadable', fileTrouble(error).detail); });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new TroubleError('file.unreadable', 'EISDIR');
    if (found.size === 0) throw new TroubleError('file.damaged', 'empty');
    if (found.size > limits.file) throw new TroubleError('file.tooLarge', `${found.size}`);
    const head = Buffer.alloc(38 + MIMETYPE.length);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const begun = head.subarray(0, bytesRead);
    const isOurs = begun.toString('latin1', 30).startsWith(`mimetype${MIMETYPE}`.slice(0, Math.max(0, bytesRead - 30)));
    if (begun.readUInt32LE(0) !== 0x04034b50 || !isOurs) throw new TroubleError('file.foreign', '');
  } catch (error) {
    throw error instanceof RangeError ? new TroubleError('file.foreign', '') : error;
  } finally {
    await file.close();
  }
}

async function gather(zip: ZipFile, mostBytes: (name: string) => number | null, limits: Limits): Promise<ReadonlyMap<string, Buffer>> {
  if (zip.entryCount > limits.entries) throw new TroubleError('file.tooLarge', `${zip.entryCount}`);
  const found = new Map<string, Buffer>();
  let left = limits.unpacked;
  for await (const entry of zip.eachEntry()) {
    const most = mostBytes(entry.fileName);
    if (most === null) continue;
    if (found.has(entry.fileName) || entry.isEncrypted()) throw new TroubleError('file.damaged', entry.fileName);
    const bytes = await readEntry(zip, entry, Math.min(most, left), limits);
    left -= bytes.length;
    found.set(entry.fileName, bytes);
  }
  return found;
}

async function readEntry(zip: ZipFile, entry: Entry, most: number, limits: Limits): Promise<Buffer> {
  const tooLarge = (): TroubleError => new TroubleError('file.tooLarge', entry.fileName);
  if (entry.uncompressedSize > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of (await zip.openReadStreamPromise(entry)) as Readable) {
    const bytes = piece as Buffer;
    size += bytes.length;
    if (size > most || (size > limits.ratioFrom && size > limits.ratio * entry.compressedSize)) throw tooLarge();
    pieces.push(bytes);
  }
  const whole = Buffer.concat(pieces, size);
  if (crc32(whole) !== entry.crc32) throw new TroubleError('file.damaged', entry.fileName);
  return whole;
}
