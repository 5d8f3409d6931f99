import { createHmac } from 'node:crypto';
import type { MarkId } from '../../../shared/base/ids.ts';
import { TroubleError, type TroubleCode } from '../../../shared/contract/trouble.ts';
import type { LedgerFile } from './ledgerFile.ts';
import { choicesOf, type LedgerState } from './ledgerState.ts';
import { ledgerText } from './ledgerText.ts';
import { SpacedTelling } from './spacedTelling.ts';

type Waiting = { readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * The ledger of one open round. A change is told as done only when it is on the disk; whatever comes in while the disk
 * is busy goes with the next write, all at once (group commit), so that a room full of phones costs a few writes.
 */
export class HeldRound {
  readonly #file: LedgerFile;
  readonly #key: Buffer;
  readonly #telling: SpacedTelling;
  /** With everything that was asked. */
  #state: LedgerState;
  /** As it is on the disk. */
  #safe: LedgerState;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  /** Why nothing is taken any more. */
  #shut: TroubleCode | null = null;

  /** @param saved called when something new is on the disk, for many changes at once not for each */
  constructor(file: LedgerFile, key: Buffer, state: LedgerState, saved: () => void) {
    this.#file = file;
    this.#key = key;
    this.#telling = new SpacedTelling(saved);
    this.#state = this.#safe = state;
  }

  /** What is on the disk: nothing else is ever shown or told. */
  get state(): LedgerState { return this.#safe; }

  /** Where a voter's ballot lies; only whoever has the round's key can say. */
  slotOf(voter: string): string {
    return createHmac('sha256', this.#key).update(voter).digest('hex');
  }

  /** The choices of a voter that count now, or null without a ballot. */
  ballotOf(voter: string): readonly MarkId[] | null {
    const ballot = this.#safe.ballots[this.slotOf(voter)];
    return ballot ? choicesOf(this.#safe, ballot) : null;
  }

  /**
   * Changes the ledger; resolves when that is on the disk, together with everything before it, also when there was
   * nothing to change. What `change` throws leaves all as it was.
   * @throws TroubleError with the reason once nothing is taken any more; the system's error when it cannot be written
   */
  async change(change: (state: LedgerState) => LedgerState): Promise<void> {
    if (this.#shut) throw new TroubleError(this.#shut, this.#safe.round.id);
    this.#state = change(this.#state);
    if (this.#state === this.#safe) return;
    const onDisk = new Promise<void>((done, failed) => { this.#waiting.push({ done, failed }); });
    this.#writing ??= this.#write();
    await onDisk;
  }

  /** Takes no more changes, for the reason given, and waits for those that are under way. */
  async shut(why: TroubleCode): Promise<void> {
    this.#shut = why;
    await this.#writing;
  }

  /** Takes changes again, when ending the round failed. */
  reopen(): void {
    this.#shut = null;
  }

  /** Lets the file and the key go; nothing is taken any more, for the reason given. */
  async closeFile(why: TroubleCode): Promise<void> {
    await this.shut(why);
    this.#telling.stop();
    this.#key.fill(0);
    await this.#file.close();
  }

  async #write(): Promise<void> {
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
      await this.#file.write(ledgerText(state));
      this.#safe = state;
      for (const { done } of batch) done();
    } catch (error) {
      // What came in meanwhile was built on what could not be kept.
      this.#state = this.#safe;
      for (const { failed } of [...batch, ...this.#waiting.splice(0)]) failed(error);
    }
    this.#telling.changed();
  }
}
