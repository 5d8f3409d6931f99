import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long one piece of work may keep the process from everything else that waits, ms. */
const MOST_MS = 12;

/** Lets whatever else waits go first, when this piece of work has taken its time. */
export type Breath = () => Promise<void>;

/** A breath for one long piece of work. */
export function breathing(): Breath {
  let sinceMs = performance.now();
  return async () => {
    if (performance.now() - sinceMs < MOST_MS) return;
    await nextTurn();
    sinceMs = performance.now();
  };
}

/** Runs work that comes in steps to its end, with turns for others in between. */
export async function inTurns<Value>(steps: Generator<undefined, Value>): Promise<Value> {
  const breathe = breathing();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
