import type { RoundId } from '../../../shared/base/ids.ts';

/** The longest that a timer can wait at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** After so long what failed is tried again. */
const AGAIN_MS = 2000;

/** The timers of rounds that close by themselves, one for each round. They keep no process alive. */
export class Countdowns {
  readonly #now: () => number;
  readonly #timers = new Map<RoundId, NodeJS.Timeout>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Calls `came` at a time or somewhat before, in place of what the round's timer was to do, and again while it fails. */
  set(round: RoundId, atMs: number, came: () => Promise<void>): void {
    this.stop(round);
    const waitMs = Math.min(Math.max(0, atMs - this.#now()), LONGEST_WAIT_MS);
    const timer = setTimeout(() => {
      // Whatever was set or stopped meanwhile goes before.
      came().catch(() => { if (this.#timers.get(round) === timer) this.again(round, came); });
    }, waitMs).unref();
    this.#timers.set(round, timer);
  }

  /** Calls `came` after a pause: for what failed just now. */
  again(round: RoundId, came: () => Promise<void>): void {
    this.set(round, this.#now() + AGAIN_MS, came);
  }

  /** Calls nothing any more for a round. */
  stop(round: RoundId): void {
    clearTimeout(this.#timers.get(round));
    this.#timers.delete(round);
  }

  stopAll(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
