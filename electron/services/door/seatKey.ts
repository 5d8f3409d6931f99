import { randomBytes } from 'node:crypto';
import { removeForGood } from '../files/removeForGood.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';

const KEY_BYTES = 32;

/**
 * The secret of a board from which the codes of its seats and the passes of its phones follow, so that none of them
 * stands on the disk. It lies in the board's folder on this laptop, readable by its owner alone, and never travels in
 * a `.doek` file. One is made when there is none.
 */
export async function seatKey(path: string): Promise<Buffer> {
  const kept = await readIfThere(path);
  return kept?.length === KEY_BYTES ? kept : renewSeatKey(path);
}

/** Puts a new secret in the place of the old one: every code that was printed and every pass is void from then on. */
export async function renewSeatKey(path: string): Promise<Buffer> {
  await removeForGood(path);
  const key = randomBytes(KEY_BYTES);
  await writeSafely(path, key, 0o600);
  return key;
}
