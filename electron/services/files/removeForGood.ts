import { open, rm } from 'node:fs/promises';
import { errnoOf } from './fileTrouble.ts';
import { patiently } from './patiently.ts';

/**
 * Overwrites a file with zeros, waits until they are on the disk, and removes it: for keys and for what links a
 * table or a code to a vote. A disk that moves blocks on its own may keep the old ones for a while; that is why
 * what must become unreadable is encrypted or keyed, and the key is what is destroyed.
 * Tried again for two seconds while somebody holds the file.
 * @throws the system's error; a file that is not there is no error
 */
export function removeForGood(path: string): Promise<void> {
  return patiently(() => overwriteAndRemove(path));
}

async function overwriteAndRemove(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      await file.write(Buffer.alloc(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  await rm(path, { force: true });
}
