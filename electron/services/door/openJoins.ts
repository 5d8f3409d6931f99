/** Devices that joined without a code since the app started, by address. In memory only. */
export class OpenJoins {
  readonly #perAddress = new Map<string, Set<string>>();
  readonly #all = new Set<string>();

  get inAll(): number { return this.#all.size; }

  /** Devices that came from an address from which another had come already. */
  get again(): number {
    let again = 0;
    for (const devices of this.#perAddress.values()) again += devices.size - 1;
    return again;
  }

  from(address: string): number {
    return this.#perAddress.get(address)?.size ?? 0;
  }

  /** Whether a device was here before, from whichever address. */
  knows(device: string): boolean {
    return this.#all.has(device);
  }

  /** A device that comes again is no other one. */
  add(address: string, device: string): void {
    if (this.#all.has(device)) return;
    this.#all.add(device);
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? new Set()).add(device));
  }
}
