import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processIsAlive, type IsAlive } from '../services/boards/boardLock.ts';

/** The number of the process, and what `mkdtemp` adds. */
const NAME = /^droomdoek-(\d+)-[A-Za-z0-9]{6}$/;

/**
 * Makes a folder for the files of one run on their way to and from the browser, and removes those of runs that were killed:
 * names may stand in what they left.
 * @param temp the system's folder for such things
 * @param pid of this run
 */
export async function makeRunFolder(temp: string, pid: number, isAlive: IsAlive = processIsAlive): Promise<string> {
  for (const name of await readdir(temp).catch(() => [])) {
    const holder = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    // A folder of another person stays; so does one of a run that still serves somebody.
    if (holder === pid || (holder > 0 && !isAlive(holder))) await rm(join(temp, name), { recursive: true, force: true }).catch(() => undefined);
  }
  return mkdtemp(join(temp, `droomdoek-${pid}-`));
}
