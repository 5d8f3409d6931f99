/** A wait that can be ended, with chance in its length. */
export type Patience = {
  /** Runs `next` after a wait that grows with every failure in a row. */
  readonly later: (next: () => void) => void;
  /** Runs what waits now, if anything does. */
  readonly now: () => void;
  /** Forgets failures and what waits. */
  readonly calm: () => void;
};

/**
 * How long to wait after so many failures in a row: 0.8 s, then twice as long each time up to 10 s, and by chance
 * between half and one and a half of that, so that a room full of phones does not come back all at once.
 * @param chance between 0 and 1
 */
export function waitAfter(failures: number, chance: number): number {
  return Math.min(10_000, 800 * 2 ** Math.min(failures, 6)) * (0.5 + chance);
}

/** Waits between tries, with the chance and the timers of the browser. */
export function makePatience(): Patience {
  let failures = 0;
  let timer = 0;
  let waiting: (() => void) | null = null;
  const end = (): (() => void) | null => {
    window.clearTimeout(timer);
    const next = waiting;
    waiting = null;
    return next;
  };
  const now = (): void => {
    const next = end();
    if (next) next();
  };
  return {
    later: (next) => {
      end();
      waiting = next;
      timer = window.setTimeout(now, waitAfter(failures++, Math.random()));
    },
    now,
    calm: () => {
      end();
      failures = 0;
    },
  };
}
