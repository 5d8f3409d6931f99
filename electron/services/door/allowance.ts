/** How much one address may do: `burst` at once, then `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number };

type Level = { left: number; atMs: number };

/** Addresses beyond so many are forgotten, first those that have all their allowance again. */
const MOST_KEPT = 5000;

/**
 * What each address has left to do, as a bucket that fills again (token bucket). In memory only: nothing of it is
 * ever written.
 */
export class Allowance {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #levels = new Map<string, Level>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one from an address; false when it has none left. */
  take(address: string): boolean {
    const level = this.#level(address);
    if (level.left < 1) return false;
    level.left -= 1;
    return true;
  }

  /** Whether an address has one left. */
  has(address: string): boolean {
    return this.#level(address).left >= 1;
  }

  #level(address: string): Level {
    const { burst, perSecond } = this.#rate;
    const nowMs = this.#now();
    const known = this.#levels.get(address);
    if (known) {
      known.left = Math.min(burst, known.left + (Math.max(0, nowMs - known.atMs) / 1000) * perSecond);
      known.atMs = nowMs;
      return known;
    }
    if (this.#levels.size >= MOST_KEPT) this.#forget(nowMs);
    const fresh = { left: burst, atMs: nowMs };
    this.#levels.set(address, fresh);
    return fresh;
  }

  #forget(nowMs: number): void {
    const fullAfterMs = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [address, { atMs }] of this.#levels) if (nowMs - atMs > fullAfterMs) this.#levels.delete(address);
    // Still too many: more devices than any room has, so whoever came first goes first.
    for (const address of this.#levels.keys()) {
      if (this.#levels.size < MOST_KEPT) break;
      this.#levels.delete(address);
    }
  }
}
