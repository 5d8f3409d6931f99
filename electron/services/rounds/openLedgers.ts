import type { RoundId } from '../../../shared/base/ids.ts';
import type { Round } from '../../../shared/board/round.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import type { HeldRound } from './heldRound.ts';
import { LedgerFolder } from './ledgerFolder.ts';
import { emptyLedger, hasVotes, type LedgerState } from './ledgerState.ts';

/** The ledgers of a board's open rounds, from their files and back: made, taken up again, let go and destroyed. */
export class OpenLedgers {
  readonly #open: OpenBoard;
  readonly #folder: LedgerFolder;
  readonly #held = new Map<RoundId, HeldRound>();
  /** Starting, loading and ending go one at a time. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param saved called when something new of a round is on the disk, for many changes at once not for each */
  constructor(open: OpenBoard, saved: (held: HeldRound) => void) {
    this.#open = open;
    this.#folder = new LedgerFolder(open.folder.rounds, saved);
  }

  /** Those in memory. */
  get all(): readonly HeldRound[] { return [...this.#held.values()]; }

  /** The ledger of a round, if it is in memory. */
  held(round: RoundId): HeldRound | undefined {
    return this.#held.get(round);
  }

  /** Does work that must not overlap with other work on which rounds are open. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** The ledger of an open round. @throws TroubleError round.unknown, round.notOpen */
  async of(round: RoundId): Promise<HeldRound> {
    return this.#held.get(round) ?? this.inTurn(() => this.load(round));
  }

  /** The same within a turn. */
  async load(round: RoundId): Promise<HeldRound> {
    const held = this.#held.get(round);
    if (held) return held;
    const known = this.onBoard(round);
    // A board that came from another laptop while a round was open brings no ledger: here its count begins anew.
    const found = await this.#folder.has(round);
    if (!found) return this.create(emptyLedger(known, {}, null));
    return this.#keep(await this.#folder.load(round));
  }

  /** Makes the ledger of a round that opens; within a turn. */
  async create(state: LedgerState): Promise<HeldRound> {
    return this.#keep(await this.#folder.create(state));
  }

  /** An open round as the board has it. @throws TroubleError round.unknown, round.notOpen */
  onBoard(round: RoundId): Round {
    const known = this.#open.board.rounds[round];
    if (!known) throw new TroubleError('round.unknown', round);
    if (known.state !== 'open') throw new TroubleError('round.notOpen', round);
    return known;
  }

  /**
   * After a start: takes up each ledger that lies here. That of a round which is closed on the board is destroyed (the
   * app ended between the two); one that the board does not know puts its round back on the board when it holds votes,
   * else it is destroyed too. What fails for a round is left to the next start.
   * @param takenUp called for each round of which something lay here
   */
  async sweep(takenUp: (round: RoundId) => Promise<void>): Promise<void> {
    for (const id of await this.#folder.rounds()) {
      // A file that another program holds must keep neither the other rounds nor the board from being opened.
      await this.inTurn(() => this.#takeUp(id)).catch(() => undefined);
      await takenUp(id);
    }
  }

  /** Closes the file of a round that ended and forgets it. */
  async letGo(held: HeldRound): Promise<void> {
    await held.closeFile('round.notOpen');
    this.#held.delete(held.state.round.id);
  }

  /** Overwrites and removes all that is left of a round. */
  destroy(round: RoundId): Promise<void> {
    return this.#folder.destroy(round);
  }

  /** Closes all files; the rounds stay open and go on after the next start. */
  async closeFiles(): Promise<void> {
    for (const held of this.#held.values()) await held.closeFile('board.notOpen');
    this.#held.clear();
  }

  async #takeUp(id: RoundId): Promise<void> {
    const known = this.#open.board.rounds[id];
    if (known && known.state !== 'open') return this.#folder.destroy(id);
    if (this.#held.has(id) || !(await this.#folder.has(id))) return;
    const held = await this.#folder.load(id).catch(() => null);
    if (!held) return;
    if (!known && !hasVotes(held.state)) {
      await held.closeFile('round.unknown');
      return this.#folder.destroy(id);
    }
    this.#keep(held);
    if (!known) await this.#open.do(`round-back-${id}-${this.#open.seq}`, { type: 'round.put', round: held.state.round }, false);
  }

  #keep(held: HeldRound): HeldRound {
    this.#held.set(held.state.round.id, held);
    return held;
  }
}
