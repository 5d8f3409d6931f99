import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from './fileTrouble.ts';

/** Virus scanners and sync clients hold a file for a moment; work on it is tried again for so long. */
const PATIENCE_MS = 2000;
const HELD = new Set(['EPERM', 'EBUSY', 'EACCES']);

/**
 * Does work on a file, again and again while somebody holds that file. The work must be such that it can be done twice.
 * @throws the work's error, when it is another one or two seconds were not enough
 */
export async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let waitedMs = 0, pauseMs = 20; ; waitedMs += pauseMs, pauseMs = Math.min(pauseMs * 2, 320)) {
    try {
      return await work();
    } catch (error) {
      if (!HELD.has(errnoOf(error)) || waitedMs >= PATIENCE_MS) throw error;
      await sleep(pauseMs);
    }
  }
}
