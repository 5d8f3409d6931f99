import { idFromBytes, type AnyId } from '../../shared/base/ids.ts';

/** A new random id. */
export function newId<Id extends AnyId>(): Id {
  return idFromBytes<Id>(crypto.getRandomValues(new Uint8Array(16)));
}
