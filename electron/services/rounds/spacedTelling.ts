/** The time between two tellings, ms: short for the eye, long for windows that draw anew at each. */
const APART_MS = 100;

/** Tells of changes: of the first at once, of those that follow closely together. Keeps no process alive. */
export class SpacedTelling {
  readonly #tell: () => void;
  #pause: NodeJS.Timeout | null = null;
  #more = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Something changed. */
  changed(): void {
    if (this.#pause) {
      this.#more = true;
      return;
    }
    this.#pause = setTimeout(() => {
      this.#pause = null;
      if (this.#more) this.changed();
    }, APART_MS).unref();
    this.#more = false;
    this.#tell();
  }

  /** Tells nothing any more of what was not told yet. */
  stop(): void {
    if (this.#pause) clearTimeout(this.#pause);
    this.#pause = null;
    this.#more = false;
  }
}
