import { chmod, open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { errnoOf } from './fileTrouble.ts';
import { patiently } from './patiently.ts';

/** What is to stand in a file: the whole of it, or pieces that are made while they are written. */
export type Content = Uint8Array | string | AsyncIterable<Uint8Array | string>;

/**
 * Writes a file so that at every moment either the old or the new content stands there, whole: temp file beside it,
 * fsync, rename (tried again for two seconds while somebody holds the file), fsync of the folder, read back.
 * A link is followed, so that it stays a link; who may read the file stays as it was.
 * @param mode who may read a file that is new, as in `chmod`, before the system's mask
 * @throws the system's error; the old file is then untouched and no temp file is left
 */
export async function writeSafely(path: string, content: Content, mode = 0o666): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const temp = join(folder, `${tempStart(target)}${randomBytes(6).toString('hex')}.tmp`);
  try {
    const sum = await writeNew(temp, content, mode);
    // Sticks and shares without such rights refuse this, and do not need it.
    await stat(target).then((found) => chmod(temp, found.mode & 0o777)).catch(() => undefined);
    await renamePatiently(temp, target).catch((error: unknown) => { throw asHeld(error); });
    await syncFolder(folder);
    if ((await sumOfFile(target)) !== sum) throw new Error(`Read back differs: ${basename(target)}`);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The longest part of a name that its temp file takes over, in bytes: most systems allow 255 for a whole name. */
const TEMP_NAME_BYTES = 200;

/** How the names of temp files of a file begin; twelve hexadecimal digits and `.tmp` follow. */
export function tempStart(path: string): string {
  return `.${cutToBytes(basename(path), TEMP_NAME_BYTES)}.`;
}

/** The start of a text that takes at most so many bytes as UTF-8, in whole characters. */
export function cutToBytes(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const sign of text) {
    left -= Buffer.byteLength(sign);
    if (left < 0) break;
    end += sign.length;
  }
  return text.slice(0, end);
}

/** The folder could be written, so a name in it that cannot be given belongs to a file that another program has open. */
function asHeld(error: unknown): unknown {
  return errnoOf(error) === 'EPERM' || errnoOf(error) === 'EACCES' ? Object.assign(new Error('Held by another program'), { code: 'EBUSY' }) : error;
}

/** Writes a file that must not exist yet and waits until it is on the disk; gives the SHA-256 of what was written. */
async function writeNew(path: string, content: Content, mode: number): Promise<string> {
  const file = await open(path, 'wx', mode);
  const hash = createHash('sha256');
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) await writePiece(file, content, hash);
    else for await (const piece of content) await writePiece(file, piece, hash);
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function writePiece(file: FileHandle, piece: Uint8Array | string, hash: ReturnType<typeof createHash>): Promise<void> {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  hash.update(bytes);
  await file.writeFile(bytes);
}

async function sumOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Renames, again and again while somebody holds one of the two files.
 * @throws the system's last error when two seconds were not enough
 */
export function renamePatiently(from: string, to: string): Promise<void> {
  return patiently(() => rename(from, to));
}

/** Makes a new name in a folder survive a power cut, where the system can: Windows cannot open folders. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (!handle) return;
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}

/** The content of a file, or null when there is none. @throws the system's error otherwise */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether something of that name is there. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
