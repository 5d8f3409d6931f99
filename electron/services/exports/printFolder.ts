import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BoardId } from '../../../shared/base/ids.ts';

const SHEETS = 'sheets.html';

/** Where sheets on their way to a printer lie: names, signatures and codes stand in them in clear, for as long as printing takes. */
const printsOf = (dataFolder: string): string => resolve(dataFolder, 'print');

/** A new path for a page that will be printed, in a folder of its own that only this person can read. */
export async function newPrint(dataFolder: string, board: BoardId): Promise<string> {
  const folder = join(printsOf(dataFolder), board);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(await mkdtemp(join(folder, 'p-')), SHEETS);
}

/** Whether a path is one of `newPrint`. */
export function isPrint(dataFolder: string, path: string): boolean {
  return path.endsWith(SHEETS) && dirname(dirname(dirname(path))) === printsOf(dataFolder);
}

/** Removes a page of `newPrint` with its folder. @throws the system's error */
export function removePrint(path: string): Promise<void> {
  return remove(dirname(path));
}

/** Removes every page that was to be printed, or those of one board. @throws the system's error */
export function removePrints(dataFolder: string, board?: BoardId): Promise<void> {
  return remove(board === undefined ? printsOf(dataFolder) : join(printsOf(dataFolder), board));
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
