import { createHmac } from 'node:crypto';
import type { MarkId } from '../../../shared/base/ids.ts';
import { TroubleError, type TroubleCode } from '../../../shared/contract/trouble.ts';
import { GroupCommit } from '../files/groupCommit.ts';
import type { SlotFile } from '../files/slotFile.ts';
import { choicesOf, type LedgerState } from './ledgerState.ts';
import { ledgerText } from './ledgerText.ts';
import { SpacedTelling } from './spacedTelling.ts';

/** A ballot as its voter is shown it: a candidate as often as it got dots, and the number that the voter gave it. */
export type ShownBallot = { readonly choices: readonly MarkId[]; readonly count: number };

/** The ledger of one open round. A change is told as done only when it is on the disk. */
export class HeldRound {
  readonly #file: SlotFile;
  readonly #key: Buffer;
  readonly #telling: SpacedTelling;
  readonly #commit: GroupCommit<LedgerState>;
  /** Why nothing is taken any more. */
  #shut: TroubleCode | null = null;

  /** @param saved called when something new is on the disk, for many changes at once not for each */
  constructor(file: SlotFile, key: Buffer, state: LedgerState, saved: () => void) {
    this.#file = file;
    this.#key = key;
    this.#telling = new SpacedTelling(saved);
    this.#commit = new GroupCommit(state, (next) => file.write(ledgerText(next)), () => { this.#telling.changed(); });
  }

  /** What is on the disk: nothing else is ever shown or told. */
  get state(): LedgerState { return this.#commit.safe; }

  /** Where a voter's ballot lies; only whoever has the round's key can say. */
  slotOf(voter: string): string {
    return createHmac('sha256', this.#key).update(voter).digest('hex');
  }

  /** The ballot of a voter that counts now, or null without one. */
  ballotOf(voter: string): ShownBallot | null {
    const ballot = this.state.ballots[this.slotOf(voter)];
    return ballot ? { choices: choicesOf(this.state, ballot), count: ballot.count } : null;
  }

  /**
   * Changes the ledger; resolves when that is on the disk, together with everything before it, also when there was
   * nothing to change. What `change` throws leaves all as it was.
   * @throws TroubleError with the reason once nothing is taken any more; the system's error when it cannot be written
   */
  async change(change: (state: LedgerState) => LedgerState): Promise<void> {
    if (this.#shut) throw new TroubleError(this.#shut, this.state.round.id);
    await this.#commit.change(change);
  }

  /** Takes no more changes, for the reason given, and waits for those that are under way. */
  async shut(why: TroubleCode): Promise<void> {
    this.#shut = why;
    await this.#commit.settled();
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
}
