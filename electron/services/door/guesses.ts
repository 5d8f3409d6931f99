import { Allowance } from './allowance.ts';

/** Eight wrong codes at once, then one a minute: enough for a trembling thumb. */
const WRONG_PER_ADDRESS = { burst: 8, perSecond: 1 / 60 };

/**
 * For all addresses together, since one device can take many. In three hours that is 3,300 wrong codes, of which one
 * hits a seat with a chance of one in six hundred.
 */
const WRONG_IN_ALL = { burst: 600, perSecond: 1 / 4 };

/**
 * When all addresses together have used up their tries, an address that has not been wrong yet still has one, so that a
 * single device cannot lock the room out. So many such tries at most: with those, one in four hundred.
 */
const FIRST_TRIES = 1000;

/** Passes per address that go on counting while it may not guess. */
const KEPT_PASSES = 50;

/**
 * Counts wrong codes by address. Whoever has used up its tries cannot try another code, not even a right one, since an
 * answer would go on helping it; passes that came in from that address before go on working. In memory only.
 */
export class Guesses {
  readonly #wrong: Allowance;
  readonly #inAll: Allowance;
  readonly #wrongOnce = new Set<string>();
  readonly #good = new Map<string, Set<string>>();

  constructor(now: () => number) {
    this.#wrong = new Allowance(WRONG_PER_ADDRESS, now);
    this.#inAll = new Allowance(WRONG_IN_ALL, now);
  }

  /** Whether this pass may be looked at. */
  mayTry(address: string, pass: string): boolean {
    return (this.#wrong.has(address) && (this.#inAll.has('') || this.#isNew(address))) || (this.#good.get(address)?.has(pass) ?? false);
  }

  wrong(address: string): void {
    this.#wrong.take(address);
    this.#inAll.take('');
    if (this.#wrongOnce.size < FIRST_TRIES) this.#wrongOnce.add(address);
  }

  #isNew(address: string): boolean {
    return this.#wrongOnce.size < FIRST_TRIES && !this.#wrongOnce.has(address);
  }

  right(address: string, pass: string): void {
    const known = this.#good.get(address) ?? new Set();
    if (known.size < KEPT_PASSES) known.add(pass);
    this.#good.set(address, known);
  }
}
