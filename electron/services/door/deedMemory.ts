/** So many deeds are remembered; a page has one on its way at a time. */
const KEPT = 100;

/** Knows deeds again by their keys, so that one that is sent twice is done once. In memory only. */
export class DeedMemory {
  readonly #done = new Map<string, Promise<boolean>>();

  /** Does it, or tells what came of it when it was done or begun before. One that failed may be tried again. */
  once(key: string, deed: () => Promise<boolean>): Promise<boolean> {
    const known = this.#done.get(key);
    if (known) return known;
    const doing = deed();
    this.#done.set(key, doing);
    doing.catch(() => { this.#done.delete(key); });
    for (const oldest of this.#done.keys()) {
      if (this.#done.size <= KEPT) break;
      this.#done.delete(oldest);
    }
    return doing;
  }
}
