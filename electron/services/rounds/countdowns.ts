import type { RoundId } from '../../../shared/base/ids.ts';

/** The longest that a timer can wait at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** The timers of rounds that close by themselves, one for each round. They keep no process alive. */
export class Countdowns {
  readonly #now: () => number;
  readonly #timers = new Map<RoundId, NodeJS.Timeout>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Calls `came` at a time or somewhat before, in place of what the round's timer was to do; null only stops that. */
  set(round: RoundId, atMs: number | null, came: () => void): void {
    clearTimeout(this.#timers.get(round));
    this.#timers.delete(round);
    if (atMs === null) return;
    const waitMs = Math.min(Math.max(0, atMs - this.#now()), LONGEST_WAIT_MS);
    this.#timers.set(round, setTimeout(came, waitMs).unref());
  }

  stopAll(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
