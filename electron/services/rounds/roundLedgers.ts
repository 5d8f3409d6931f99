import type { MarkId, RoundId, TableId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Round } from '../../../shared/board/round.ts';
import { lastEnded } from '../../../shared/voting/lastEnded.ts';
import type { CandidatePictures, LedgerView, TableDots, VotingWay, VotingWays } from '../../../shared/contract/rounds.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import { CandidateFaces } from './candidateFaces.ts';
import { Countdowns } from './countdowns.ts';
import type { HeldRound, ShownBallot } from './heldRound.ts';
import { atMoment, castBallot, closesByItself, countRow, emptyLedger, setCountdown, setWay, tallyOf, undoCount, viewLedger, voidBallot, withoutCounts, type CastOutcome, type LedgerState } from './ledgerState.ts';
import { OpenLedgers } from './openLedgers.ts';
import { openVoteOf, type OpenVote } from './openVote.ts';
import { shuffled } from './shuffled.ts';
import { ToldResults } from './toldResults.ts';

/** One vote of a phone. `voter` is who votes (`seat:…`, `open:…`); `table` the number of the table where that person sits. */
export type Cast = {
  readonly round: RoundId;
  readonly voter: string;
  readonly table: number;
  readonly choices: readonly MarkId[];
  /** Higher than that of every ballot that this voter sent before. */
  readonly count: number;
  /** Whether the voter's pass still holds, asked at the very moment at which the ballot takes its place. */
  readonly holds: () => boolean;
};

/**
 * The open rounds of one board. Ballots and the grid of tables lie in a file of their own (`rounds/<id>.ledger`), the
 * key that links voters to slots in another (`rounds/<id>.key`); the board and its journal know only that the round is
 * open. Closing puts sums on the board and destroys both: from then on nobody can link a code and a vote or see what a
 * table gave. Before that, whoever holds the laptop could.
 */
export class RoundLedgers {
  readonly #open: OpenBoard;
  readonly #now: () => number;
  readonly #tell: (view: LedgerView) => void;
  readonly #ledgers: OpenLedgers;
  readonly #countdowns: Countdowns;
  readonly #faces = new CandidateFaces();
  /** Which results the room has seen. */
  readonly told: ToldResults;
  #tables: Board['tables'];

  constructor(open: OpenBoard, now: () => number, tell: (view: LedgerView) => void) {
    this.#open = open;
    this.#now = now;
    this.#tell = tell;
    this.#tables = open.board.tables;
    this.told = new ToldResults(open.folder.told);
    this.#ledgers = new OpenLedgers(open, (held) => { this.#told(held); });
    this.#countdowns = new Countdowns(now);
  }

  /**
   * Opens a round: ledger first, then the board, so that a round on the board always has a ledger.
   * @throws TroubleError round.candidates for fewer than two, doubled or unknown ones; round.otherOpen while another one
   * is open, since phones and room show one at a time; call.invalid for a round that was opened before
   */
  start(round: Round, ways: VotingWays, closesMs: number | null): Promise<LedgerView> {
    return this.#ledgers.inTurn(async () => {
      const known = this.#ledgers.held(round.id);
      if (known) return this.#view(known);
      const other = Object.values(this.#open.board.rounds).find(({ state }) => state === 'open');
      if (other) throw new TroubleError('round.otherOpen', other.question);
      if (this.#open.board.rounds[round.id] || round.state !== 'open' || round.tally !== null) throw new TroubleError('call.invalid', 'round');
      const ids = new Set(round.candidates.map(({ id }) => id));
      if (ids.size < 2 || ids.size !== round.candidates.length || ![...ids].every((id) => markOf(this.#open.board, id))) throw new TroubleError('round.candidates', '');
      const held = await this.#ledgers.create(emptyLedger(round, ways, closesMs));
      this.#arm(round.id);
      await this.#open.do(`round-start-${round.id}`, { type: 'round.put', round }, false);
      return this.#told(held);
    });
  }

  /** What an open round shows. @throws TroubleError round.unknown, round.notOpen */
  async view(round: RoundId): Promise<LedgerView> {
    return this.#view(await this.#ledgers.of(round));
  }

  /** Puts down a table's count. @throws TroubleError round.tableUnknown, round.candidates for dots on something else */
  count(round: RoundId, table: TableId, dots: TableDots): Promise<LedgerView> {
    return this.#change(round, (state) => {
      this.#checkTable(table);
      checkCandidates(state, dots);
      return countRow(state, table, dots);
    });
  }

  /** Puts down the raised hands of the room. @throws TroubleError round.candidates for dots on something else */
  countHands(round: RoundId, dots: TableDots): Promise<LedgerView> {
    return this.#change(round, (state) => {
      checkCandidates(state, dots);
      return countRow(state, null, dots);
    });
  }

  /** Takes the last count back. */
  undo(round: RoundId): Promise<LedgerView> {
    return this.#change(round, undoCount);
  }

  /** Changes how a table votes. @throws TroubleError round.tableUnknown */
  setWay(round: RoundId, table: TableId, way: VotingWay): Promise<LedgerView> {
    return this.#change(round, (state) => {
      this.#checkTable(table);
      return setWay(state, this.#open.board, table, way);
    });
  }

  /** Starts, moves or stops the countdown: at its end phones are shut, and a round that votes on phones alone closes. */
  async countdown(round: RoundId, closesMs: number | null): Promise<LedgerView> {
    const view = await this.#change(round, (state) => setCountdown(state, closesMs));
    this.#arm(round);
    return view;
  }

  /** Keeps drawings of the candidates for the phones, in memory, as long as the round is open. */
  async keepPictures(round: RoundId, pictures: CandidatePictures): Promise<null> {
    const { state } = await this.#ledgers.of(round);
    checkCandidates(state, pictures);
    this.#faces.keep(round, pictures);
    return null;
  }

  /** The PNG of a candidate's drawing, or null. */
  picture(round: RoundId, candidate: MarkId): Uint8Array | null {
    return this.#faces.of(round, candidate);
  }

  /** The round that phones vote in now; of several open ones the newest; null when there is none. */
  openVote(): OpenVote | null {
    return openVoteOf(this.#ledgers.all.map(({ state }) => state), this.#open.board);
  }

  /** The round whose result phones wait for: the last one, if it is revealed and the room has not seen that to the end. */
  untold(): RoundId | null {
    const last = lastEnded(this.#open.board);
    return last?.state === 'revealed' && !this.told.isTold(last) ? last.id : null;
  }

  /** The ballot of a voter that counts now; null without one. */
  ballotOf(round: RoundId, voter: string): ShownBallot | null {
    return this.#ledgers.held(round)?.ballotOf(voter) ?? null;
  }

  /**
   * Takes a phone's ballot; resolves when it is on the disk. `void`: the pass was taken from the phone meanwhile.
   * @throws the system's error when it cannot be written: it then does not count
   */
  async cast({ round, voter, table, choices, count, holds }: Cast): Promise<CastOutcome | 'void'> {
    let outcome: CastOutcome | 'void' = 'void';
    try {
      const held = await this.#ledgers.of(round);
      await held.change((state) => {
        if (!holds()) return state;
        const cast = castBallot(atMoment(state, this.#now(), true), this.#open.board, { slot: held.slotOf(voter), table, choices, count });
        outcome = cast.outcome;
        return cast.ledger;
      });
    } catch (error) {
      if (hasEnded(error)) return 'closed';
      throw error;
    }
    return outcome;
  }

  /** Takes what a voter cast out of the round that is open, if anything; resolves when that is on the disk. */
  async voidBallot(voter: string): Promise<void> {
    for (const held of this.#ledgers.all) {
      await held.change((state) => voidBallot(state, held.slotOf(voter))).catch((error: unknown) => { if (!hasEnded(error)) throw error; });
    }
  }

  /** Puts sums on the board, waits until they are on the disk, then destroys the ledger and its key. */
  close(round: RoundId): Promise<null> {
    return this.#ledgers.inTurn(async () => {
      const held = await this.#ledgers.load(round);
      return this.#end(round, held, () => ({ state: 'closed', tally: tallyOf(held.state, this.#open.board, shuffled) }));
    });
  }

  /** Ends a round without result, also one whose ledger cannot be read any more. @throws TroubleError round.unknown, round.notOpen */
  cancel(round: RoundId): Promise<null> {
    return this.#ledgers.inTurn(async () => {
      if (!this.#ledgers.held(round)) this.#ledgers.onBoard(round);
      const held = await this.#ledgers.load(round).catch(() => null);
      return this.#end(round, held, () => ({ state: 'cancelled', tally: null }));
    });
  }

  /** After a start: open rounds go on, with their countdown, and what is left over of others is put right. */
  async sweep(): Promise<void> {
    await this.told.takeUp();
    return this.#ledgers.sweep(async (id) => {
      const timeCame = (): Promise<void> => this.#timeCame(id, false);
      await timeCame().catch(() => { this.#countdowns.again(id, timeCame); });
    });
  }

  /** Tells open rounds anew when tables of the board changed: their heads are part of the turnout. */
  boardChanged(): void {
    const { tables } = this.#open.board;
    if (tables === this.#tables) return;
    this.#tables = tables;
    for (const held of this.#ledgers.all) this.#tell(this.#view(held));
  }

  /** Closes the files; the rounds stay open and go on after the next start. */
  closeFiles(): Promise<void> {
    return this.#ledgers.inTurn(async () => {
      this.#countdowns.stopAll();
      await this.#ledgers.closeFiles();
      await this.told.settled();
    });
  }

  async #change(round: RoundId, change: (state: LedgerState) => LedgerState): Promise<LedgerView> {
    const held = await this.#ledgers.of(round);
    await held.change(change);
    return this.#view(held);
  }

  /** @param ended what becomes of the round, asked for once no vote can come any more */
  async #end(round: RoundId, held: HeldRound | null, ended: () => Pick<Round, 'state' | 'tally'>): Promise<null> {
    await held?.shut('round.notOpen');
    try {
      const known = this.#open.board.rounds[round] ?? held?.state.round ?? this.#ledgers.onBoard(round);
      await this.#open.do(`round-end-${round}`, { type: 'round.put', round: { ...known, closedMs: this.#now(), ...ended() } }, false);
    } catch (error) {
      held?.reopen();
      throw error;
    }
    this.#countdowns.stop(round);
    this.#faces.drop(round);
    if (held) await this.#letGo(held);
    await this.#ledgers.destroy(round);
    return null;
  }

  /** Lets go of a round that ended; whoever keeps what was told last then keeps no table's count. */
  async #letGo(held: HeldRound): Promise<void> {
    await this.#ledgers.letGo(held);
    this.#tell(withoutCounts(this.#view(held)));
  }

  #view({ state }: HeldRound): LedgerView {
    return viewLedger(state, this.#open.board);
  }

  #told(held: HeldRound): LedgerView {
    const view = this.#view(held);
    this.#tell(view);
    return view;
  }

  #checkTable(table: TableId): void {
    if (!this.#open.board.tables[table]) throw new TroubleError('round.tableUnknown', table);
  }

  /** Lets the countdown of a round end it, when it has one. */
  #arm(round: RoundId): void {
    const state = this.#ledgers.held(round)?.state;
    if (state?.time !== 'open' || state.closesMs === null) this.#countdowns.stop(round);
    else this.#countdowns.set(round, state.closesMs, () => this.#timeCame(round, true));
  }

  /** Shuts the phones when the time is up, and ends the round when all vote on phones; else that is for who counts. */
  async #timeCame(round: RoundId, awake: boolean): Promise<void> {
    const held = this.#ledgers.held(round);
    if (!held) return;
    await held.change((state) => atMoment(state, this.#now(), awake));
    if (held.state.time === 'up' && closesByItself(this.#view(held))) await this.close(round);
    else this.#arm(round);
  }
}

const hasEnded = (error: unknown): boolean => error instanceof TroubleError && error.trouble.code === 'round.notOpen';

/** @throws TroubleError round.candidates when something else than a candidate is named */
function checkCandidates({ round }: LedgerState, named: { readonly [candidate: MarkId]: unknown }): void {
  const known = new Set(round.candidates.map(({ id }) => id));
  if (!(Object.keys(named) as MarkId[]).every((id) => known.has(id))) throw new TroubleError('round.candidates', '');
}
