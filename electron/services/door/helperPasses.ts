import { createHash, randomBytes } from 'node:crypto';
import { DeedMemory } from './deedMemory.ts';

/** A helper that was paired. */
export type Helper = { readonly id: string; readonly sinceMs: number };

/** A secret that nobody used is void after this, ms. */
export const INVITATION_MS = 5 * 60_000;
const MOST_HELPERS = 8;

/**
 * Who may help the facilitator from a phone: a secret of 128 bits is exchanged once for a pass of 192. Both are known
 * here by their sums only, in memory only: the end of the app ends them.
 */
export class HelperPasses {
  readonly #now: () => number;
  /** What helpers did, kept as long as their passes. */
  readonly deeds = new DeedMemory();
  readonly #helpers = new Map<string, Helper>();
  #invitation: { readonly sum: string; readonly untilMs: number } | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The helpers by when they came. */
  get all(): readonly Helper[] { return [...this.#helpers.values()]; }

  /** A new secret; the one before is void. */
  invite(): { readonly secret: string; readonly untilMs: number } {
    const secret = randomBytes(16).toString('base64url');
    const untilMs = this.#now() + INVITATION_MS;
    this.#invitation = { sum: sumOf(secret), untilMs };
    return { secret, untilMs };
  }

  /** Exchanges a secret for a pass; null when it is void. It is void from then on. */
  pair(secret: string): string | null {
    const invitation = this.#invitation;
    if (invitation === null || invitation.sum !== sumOf(secret) || this.#now() > invitation.untilMs || this.#helpers.size >= MOST_HELPERS) return null;
    this.#invitation = null;
    const pass = randomBytes(24).toString('base64url');
    this.#helpers.set(sumOf(pass), { id: randomBytes(6).toString('hex'), sinceMs: this.#now() });
    return pass;
  }

  /** Whose pass it is, or null. */
  helperOf(pass: string): Helper | null {
    return this.#helpers.get(sumOf(pass)) ?? null;
  }

  /** Makes a helper's pass void; without id those of all, and the secret that nobody used yet. */
  revoke(id: string | null): void {
    if (id === null) this.#invitation = null;
    for (const [sum, helper] of this.#helpers) if (id === null || helper.id === id) this.#helpers.delete(sum);
  }
}

/** Looking for a sum in a table tells by its time nothing of what it is the sum of. */
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
