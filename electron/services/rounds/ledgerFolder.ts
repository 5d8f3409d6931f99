import { randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type RoundId } from '../../../shared/base/ids.ts';
import { removeForGood } from '../files/removeForGood.ts';
import { isThere, readIfThere, writeSafely } from '../files/writeSafely.ts';
import { HeldRound } from './heldRound.ts';
import { LedgerFile } from './ledgerFile.ts';
import type { LedgerState } from './ledgerState.ts';
import { ledgerText, readLedger } from './ledgerText.ts';

/** Called with a round when something new is on the disk, for many changes at once not for each. */
export type LedgerSaved = (held: HeldRound) => void;

/** Where the ledgers of a board's open rounds lie: for each its state (`<id>.ledger`) and the key of its slots (`<id>.key`). */
export class LedgerFolder {
  readonly #root: string;
  readonly #saved: LedgerSaved;

  constructor(root: string, saved: LedgerSaved) {
    this.#root = root;
    this.#saved = saved;
  }

  /** The rounds of which something lies here. */
  async rounds(): Promise<readonly RoundId[]> {
    const names = await readdir(this.#root).catch(() => [] as string[]);
    return [...new Set(names.map((name) => name.replace(/\.(ledger|key)$/, '')))].filter(isId) as RoundId[];
  }

  async has(round: RoundId): Promise<boolean> {
    return isThere(this.#path(round, 'ledger'));
  }

  /** Makes the ledger of a round that opens, in place of what is left over from a start that never reached the board. */
  async create(state: LedgerState): Promise<HeldRound> {
    const { id } = state.round;
    await mkdir(this.#root, { recursive: true });
    const key = await this.#key(id);
    await removeForGood(this.#path(id, 'ledger'));
    return this.#hold(await LedgerFile.create(this.#path(id, 'ledger'), ledgerText(state)), key, state);
  }

  /** Takes up a round's ledger again. @throws TroubleError file.damaged; the system's error when it is not there */
  async load(round: RoundId): Promise<HeldRound> {
    const { ledger, json } = await LedgerFile.open(this.#path(round, 'ledger'));
    try {
      return this.#hold(ledger, await this.#key(round), readLedger(json));
    } catch (error) {
      await ledger.close();
      throw error;
    }
  }

  /** Overwrites and removes all that is left of a round, its key first. */
  async destroy(round: RoundId): Promise<void> {
    await removeForGood(this.#path(round, 'key'));
    await removeForGood(this.#path(round, 'ledger'));
  }

  #hold(file: LedgerFile, key: Buffer, state: LedgerState): HeldRound {
    const held: HeldRound = new HeldRound(file, key, state, () => this.#saved(held));
    return held;
  }

  async #key(round: RoundId): Promise<Buffer> {
    const path = this.#path(round, 'key');
    const kept = await readIfThere(path);
    if (kept?.length === 32) return kept;
    const key = randomBytes(32);
    await writeSafely(path, key, 0o600);
    return key;
  }

  #path(round: RoundId, extension: 'ledger' | 'key'): string {
    return join(this.#root, `${round}.${extension}`);
  }
}
