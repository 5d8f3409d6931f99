/** Devices that joined without a code since the app started, by address. In memory only. */
export class OpenJoins {
  readonly #perAddress = new Map<string, number>();
  #inAll = 0;

  get inAll(): number { return this.#inAll; }

  from(address: string): number {
    return this.#perAddress.get(address) ?? 0;
  }

  add(address: string): void {
    this.#inAll += 1;
    this.#perAddress.set(address, this.from(address) + 1);
  }
}
