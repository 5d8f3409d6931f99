import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'minor' }) => void;

let collect: Collect | null | undefined;

/** The engine's own collector, which it gives to contexts that are made while its flag is set; null when it does not. */
function collector(): Collect | null {
  setFlagsFromString('--expose-gc');
  try {
    return runInNewContext('globalThis.gc ?? null') as Collect | null;
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}

/**
 * Has the engine let go of what was made a moment ago and is no longer used; its memory is free when this resolves, a turn of
 * the event loop later. A canvas gives its pixels as megabytes outside of the engine's heap, which sees no need to sweep for
 * them: the next ones then lie in memory that was never touched, and its first touch takes up to ten times as long as painting.
 */
export async function sweep(): Promise<void> {
  if (collect === undefined) collect = collector();
  collect?.({ type: 'minor' });
  await nextTurn();
}
