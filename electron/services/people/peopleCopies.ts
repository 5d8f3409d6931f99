import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardId } from '../../../shared/base/ids.ts';
import { ENTRY, LIMITS } from '../boardFile/container.ts';
import { readBoardFile } from '../boardFile/readBoardFile.ts';
import { containerPieces } from '../boardFile/writeBoardFile.ts';
import { readZipEntries } from '../boardFile/zipEntries.ts';
import { boardFolder, type BoardFolder } from '../boards/boardFolder.ts';
import { errnoOf } from '../files/fileTrouble.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';
import { keyIdOf } from './peopleFile.ts';

/** The names in a folder; none when it is not there. @throws the system's error otherwise */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
}

/** The name of a board that lies in the app's own bin: its id, and when it was put there. */
const BINNED = /^([A-Za-z0-9_-]{1,64})-\d+$/;

/** Every working copy on this laptop that has people beside it, also those in the app's bin. */
export async function foldersWithPeople(dataFolder: string): Promise<readonly (BoardFolder & { readonly keyId: string | null })[]> {
  const bin = join(dataFolder, 'bin');
  const folders = [
    ...(await namesIn(join(dataFolder, 'boards'))).map((name) => boardFolder(dataFolder, name as BoardId)),
    ...(await namesIn(bin)).flatMap((name) => { const board = BINNED.exec(name)?.[1]; return board ? [boardFolder(dataFolder, board as BoardId, join(bin, name))] : []; }),
  ];
  const found = await Promise.all(folders.map(async (folder) => {
    const bytes = await readIfThere(folder.people).catch(() => null);
    return bytes ? [{ ...folder, keyId: keyIdOf(bytes) }] : [];
  }));
  return found.flat();
}

/** The `.doek` files in a folder. @throws the system's error when the folder cannot be read, also when it is gone */
export async function boardFilesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.doek')).map((name) => join(folder, name));
}

/**
 * Takes people that were encrypted with that key out of a `.doek` file; all else in it stays as it is, its mark too, so
 * that a board goes on knowing its own file.
 * @throws TroubleError or the system's error when the file cannot be read or written
 */
export async function stripPeople(path: string, keyId: string): Promise<void> {
  const people = (await readZipEntries(path, (name) => (name === ENTRY.people ? LIMITS.small : null), LIMITS)).get(ENTRY.people);
  if (!people || keyIdOf(people) !== keyId) return;
  const { manifest, ...file } = await readBoardFile(path);
  await writeSafely(path, containerPieces({ ...file, people: null }, manifest));
}
