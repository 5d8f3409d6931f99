import { randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type RoundId } from '../../../shared/base/ids.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { removeForGood } from '../files/removeForGood.ts';
import { SlotFile } from '../files/slotFile.ts';
import { isThere, readIfThere, writeSafely } from '../files/writeSafely.ts';
import { HeldRound } from './heldRound.ts';
import type { LedgerState } from './ledgerState.ts';
import { ledgerText, readLedger } from './ledgerText.ts';

const KEY_BYTES = 32;

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
    const key = (await this.#keptKey(id)) ?? (await this.#newKey(id));
    await this.#remove(id, 'ledger');
    return this.#hold(await SlotFile.create(this.#path(id, 'ledger'), ledgerText(state)), key, state);
  }

  /**
   * Takes up a round's ledger again.
   * @throws TroubleError file.damaged, also without its key: under a new one every phone would get a second vote; the
   * system's error when it is not there
   */
  async load(round: RoundId): Promise<HeldRound> {
    const { file, json } = await SlotFile.open(this.#path(round, 'ledger'));
    try {
      const key = await this.#keptKey(round);
      if (!key) throw new TroubleError('file.damaged', 'round key');
      return this.#hold(file, key, readLedger(json));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Overwrites and removes all that is left of a round, its key first. */
  async destroy(round: RoundId): Promise<void> {
    await this.#remove(round, 'key');
    await this.#remove(round, 'ledger');
  }

  #hold(file: SlotFile, key: Buffer, state: LedgerState): HeldRound {
    const held: HeldRound = new HeldRound(file, key, state, () => this.#saved(held));
    return held;
  }

  #remove(round: RoundId, extension: 'ledger' | 'key'): Promise<void> {
    return removeForGood(this.#path(round, extension));
  }

  async #keptKey(round: RoundId): Promise<Buffer | null> {
    const kept = await readIfThere(this.#path(round, 'key'));
    return kept?.length === KEY_BYTES ? kept : null;
  }

  async #newKey(round: RoundId): Promise<Buffer> {
    const key = randomBytes(KEY_BYTES);
    await writeSafely(this.#path(round, 'key'), key, 0o600);
    return key;
  }

  #path(round: RoundId, extension: 'ledger' | 'key'): string {
    return join(this.#root, `${round}.${extension}`);
  }
}
