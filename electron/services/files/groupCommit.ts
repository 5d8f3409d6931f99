type Waiting = { readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * A value of which nothing is told before it is on the disk. Whatever comes in while the disk is busy goes with the
 * next write, all at once (group commit), so that a room full of phones costs a few writes.
 */
export class GroupCommit<State> {
  readonly #write: (state: State) => Promise<void>;
  readonly #tried: () => void;
  /** With everything that was asked. */
  #state: State;
  /** As it is on the disk. */
  #safe: State;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  /**
   * @param state as it is on the disk
   * @param write resolves when a state is on the disk; when it fails, the one before must still be there
   * @param tried called after every write, also one that failed
   */
  constructor(state: State, write: (state: State) => Promise<void>, tried: () => void = () => undefined) {
    this.#state = this.#safe = state;
    this.#write = write;
    this.#tried = tried;
  }

  /** What is on the disk. */
  get safe(): State { return this.#safe; }

  /**
   * Changes the value; resolves when that is on the disk, together with everything before it, also when there was
   * nothing to change. What `change` throws leaves all as it was; it is called once, at once.
   * @throws what `write` throws: nothing of the change is left then
   */
  async change(change: (state: State) => State): Promise<void> {
    this.#state = change(this.#state);
    if (this.#state === this.#safe) return;
    const onDisk = new Promise<void>((done, failed) => { this.#waiting.push({ done, failed }); });
    this.#writing ??= this.#writeAll();
    await onDisk;
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) await this.#writeOnce();
    } finally {
      // At once with the last look: whatever is asked for from now on begins a new writing.
      this.#writing = null;
    }
  }

  async #writeOnce(): Promise<void> {
    const batch = this.#waiting.splice(0);
    const state = this.#state;
    try {
      await this.#write(state);
      this.#safe = state;
      for (const { done } of batch) done();
    } catch (error) {
      // What came in meanwhile was built on what could not be kept.
      this.#state = this.#safe;
      for (const { failed } of [...batch, ...this.#waiting.splice(0)]) failed(error);
    }
    this.#tried();
  }
}
