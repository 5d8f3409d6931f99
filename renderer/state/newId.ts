import { idFromBytes, type AnyId } from '../../shared/base/ids.ts';

const ID_BYTES = 16;
/** Chance for many ids at once: asking for it id by id takes longer than all the rest of cutting a stroke. */
const chance = new Uint8Array(256 * ID_BYTES);
let used = chance.length;

/** A new random id. */
export function newId<Id extends AnyId>(): Id {
  if (used === chance.length) {
    crypto.getRandomValues(chance);
    used = 0;
  }
  used += ID_BYTES;
  return idFromBytes<Id>(chance.subarray(used - ID_BYTES, used));
}

/** A new name for a step on the board. */
export const newOpId = (): string => newId();
