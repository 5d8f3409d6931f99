import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { errnoOf } from '../files/fileTrouble.ts';

/** Whether a process runs; the real answer asks the system, tests give their own. */
export type IsAlive = (pid: number) => boolean;

const BEAT_MS = 10_000;
/** After so long without a beat the holder is gone, even if its number now belongs to another program. */
const SILENT_MS = 60_000;
/** A process that was ended a moment ago may take as long to be gone. */
const DYING_MS = 100;
const DYING_ATTEMPTS = 5;

/** Asks the system whether a process runs. A process of another user runs as well; one that nobody has buried yet does not. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
  try {
    // Linux, proc(5): the state stands behind the name, which is in brackets and may hold anything.
    return !/\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return true;
  }
}

/**
 * Keeps other instances of the app away from a working copy while this one has it open. The lock holds the number of
 * the process and is touched every ten seconds; one that a dead process left behind is taken over.
 * @returns a function that gives the lock back
 * @throws TroubleError file.openElsewhere when a running process holds it
 */
export async function takeLock(path: string, pid: number, isAlive: IsAlive = processIsAlive): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < DYING_ATTEMPTS; attempt++) {
    if (await createLock(path, pid)) return keepLock(path, pid);
    if (await isLockedElsewhere(path, pid, isAlive)) await sleep(DYING_MS);
    else await setAside(path, pid, isAlive);
  }
  throw new TroubleError('file.openElsewhere', '');
}

/** Whether another running process has the working copy open. */
export async function isLockedElsewhere(path: string, pid: number, isAlive: IsAlive = processIsAlive): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === null || holder === pid || !isAlive(holder)) return false;
  const touched = await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0);
  return Date.now() - touched < SILENT_MS;
}

/** A link to a finished file: the lock is never there without its number in it. */
async function createLock(path: string, pid: number): Promise<boolean> {
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(own, String(pid), { flag: 'wx' });
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Only one of two instances that want to take a lock over succeeds in renaming it; a living one is put back. */
async function setAside(path: string, pid: number, isAlive: IsAlive): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
    if (await isLockedElsewhere(aside, pid, isAlive)) await link(aside, path).catch(() => undefined);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function keepLock(path: string, pid: number): () => Promise<void> {
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await holderOf(path)) === pid) await rm(path, { force: true });
  };
}

async function holderOf(path: string): Promise<number | null> {
  const pid = Number((await readFile(path, 'utf8').catch(() => '')).trim());
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}
