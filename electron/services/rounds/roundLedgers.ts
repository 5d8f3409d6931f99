import type { MarkId, RoundId, TableId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { CandidatePictures, LedgerView, TableDots, VotingWay, VotingWays } from '../../../shared/contract/rounds.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import { CandidateFaces } from './candidateFaces.ts';
import { Countdowns } from './countdowns.ts';
import type { HeldRound } from './heldRound.ts';
import { LedgerFolder } from './ledgerFolder.ts';
import { atMoment, castBallot, closesByItself, countRow, emptyLedger, hasVotes, setCountdown, setWay, tableWithNumber, tallyOf, undoCount, viewLedger, wayOf, withoutCounts, type CastOutcome, type LedgerState } from './ledgerState.ts';
import { shuffled } from './shuffled.ts';

/** One vote of a phone. `voter` is who votes (`seat:…`, `open:…`); `table` the number of the table where that person sits. */
export type Cast = { readonly round: RoundId; readonly voter: string; readonly table: number; readonly choices: readonly MarkId[] };

/** What phones may know of the open round. */
export type OpenVote = {
  readonly round: Round;
  /** Null while the round is open without countdown. */
  readonly closesMs: number | null;
  /** True once the countdown ended: no ballot is taken any more. */
  readonly timeUp: boolean;
  /** How the table with a number votes; null when the board has no such table. */
  readonly wayAt: (table: number) => VotingWay | null;
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
  readonly #folder: LedgerFolder;
  readonly #countdowns: Countdowns;
  readonly #held = new Map<RoundId, HeldRound>();
  readonly #faces = new CandidateFaces();
  #tables: Board['tables'];
  /** Starting, loading and ending go one at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(open: OpenBoard, now: () => number, tell: (view: LedgerView) => void) {
    this.#open = open;
    this.#now = now;
    this.#tell = tell;
    this.#tables = open.board.tables;
    this.#folder = new LedgerFolder(open.folder.rounds, (held) => { this.#told(held); });
    this.#countdowns = new Countdowns(now);
  }

  /**
   * Opens a round: ledger first, then the board, so that a round on the board always has a ledger.
   * @throws TroubleError round.candidates for fewer than two, doubled or unknown ones; call.invalid for a round that was opened before
   */
  start(round: Round, ways: VotingWays, closesMs: number | null): Promise<LedgerView> {
    return this.#inTurn(async () => {
      const known = this.#held.get(round.id);
      if (known) return this.#view(known);
      if (this.#open.board.rounds[round.id] || round.state !== 'open' || round.tally !== null) throw new TroubleError('call.invalid', 'round');
      const ids = new Set(round.candidates.map(({ id }) => id));
      if (ids.size < 2 || ids.size !== round.candidates.length || ![...ids].every((id) => markOf(this.#open.board, id))) throw new TroubleError('round.candidates', '');
      const held = await this.#create(emptyLedger(round, ways, closesMs));
      await this.#open.do(`round-start-${round.id}`, { type: 'round.put', round }, false);
      return this.#told(held);
    });
  }

  /** What an open round shows. @throws TroubleError round.unknown, round.notOpen */
  async view(round: RoundId): Promise<LedgerView> {
    return this.#view(await this.#ledger(round));
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
    const { state } = await this.#ledger(round);
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
    const states = [...this.#held.values()].map(({ state }) => state).filter(({ round }) => this.#open.board.rounds[round.id]?.state === 'open');
    const state = states.sort((a, b) => b.round.openedMs - a.round.openedMs)[0];
    if (!state) return null;
    const { round, closesMs, time } = state;
    const wayAt = (number: number): VotingWay | null => {
      const table = tableWithNumber(this.#open.board, number);
      return table === null ? null : wayOf(state, table);
    };
    return { round, closesMs, timeUp: time === 'up', wayAt };
  }

  /** The choices of a voter that count now, a candidate as often as it got dots; null without a ballot. */
  ballotOf(round: RoundId, voter: string): readonly MarkId[] | null {
    return this.#held.get(round)?.ballotOf(voter) ?? null;
  }

  /**
   * Takes a phone's ballot; resolves when it is on the disk.
   * @throws the system's error when it cannot be written: it then does not count
   */
  async cast({ round, voter, table, choices }: Cast): Promise<CastOutcome> {
    let outcome: CastOutcome = 'invalid';
    try {
      const held = await this.#ledger(round);
      await held.change((state) => {
        const cast = castBallot(atMoment(state, this.#now(), true), this.#open.board, held.slotOf(voter), table, choices);
        outcome = cast.outcome;
        return cast.ledger;
      });
    } catch (error) {
      if (error instanceof TroubleError && error.trouble.code === 'round.notOpen') return 'closed';
      throw error;
    }
    return outcome;
  }

  /** Puts sums on the board, waits until they are on the disk, then destroys the ledger and its key. */
  close(round: RoundId): Promise<null> {
    return this.#inTurn(async () => {
      const held = await this.#load(round);
      return this.#end(round, held, () => ({ state: 'closed', tally: tallyOf(held.state, this.#open.board, shuffled) }));
    });
  }

  /** Ends a round without result, also one whose ledger cannot be read any more. @throws TroubleError round.unknown, round.notOpen */
  cancel(round: RoundId): Promise<null> {
    return this.#inTurn(async () => {
      if (!this.#held.has(round)) this.#openOnBoard(round);
      const held = await this.#load(round).catch(() => null);
      return this.#end(round, held, () => ({ state: 'cancelled', tally: null }));
    });
  }

  /**
   * After a start: ledgers of rounds that are closed on the board are destroyed (the app ended between the two); one
   * that the board does not know puts its round back on the board when it holds votes, else it is destroyed too. Open
   * rounds go on, with their countdown. What fails for a round is left to the next start.
   */
  async sweep(): Promise<void> {
    for (const id of await this.#folder.rounds()) {
      // A file that another program holds must keep neither the other rounds nor the board from being opened.
      await this.#inTurn(() => this.#takeUp(id)).catch(nothing);
      const timeCame = (): Promise<void> => this.#timeCame(id, false);
      await timeCame().catch(() => { this.#countdowns.again(id, timeCame); });
    }
  }

  /** Tells open rounds anew when tables of the board changed: their heads are part of the turnout. */
  boardChanged(): void {
    const { tables } = this.#open.board;
    if (tables === this.#tables) return;
    this.#tables = tables;
    for (const held of this.#held.values()) this.#tell(this.#view(held));
  }

  /** Closes the files; the rounds stay open and go on after the next start. */
  closeFiles(): Promise<void> {
    return this.#inTurn(async () => {
      this.#countdowns.stopAll();
      for (const held of this.#held.values()) await held.closeFile('board.notOpen');
      this.#held.clear();
    });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #change(round: RoundId, change: (state: LedgerState) => LedgerState): Promise<LedgerView> {
    const held = await this.#ledger(round);
    await held.change(change);
    return this.#view(held);
  }

  /** @param ended what becomes of the round, asked for once no vote can come any more */
  async #end(round: RoundId, held: HeldRound | null, ended: () => Pick<Round, 'state' | 'tally'>): Promise<null> {
    await held?.shut('round.notOpen');
    try {
      const known = this.#open.board.rounds[round] ?? held?.state.round ?? this.#openOnBoard(round);
      await this.#open.do(`round-end-${round}`, { type: 'round.put', round: { ...known, closedMs: this.#now(), ...ended() } }, false);
    } catch (error) {
      held?.reopen();
      throw error;
    }
    this.#countdowns.stop(round);
    this.#faces.drop(round);
    if (held) await this.#letGo(held);
    await this.#folder.destroy(round);
    return null;
  }

  /** Lets go of a round that ended; whoever keeps what was told last then keeps no table's count. */
  async #letGo(held: HeldRound): Promise<void> {
    await held.closeFile('round.notOpen');
    this.#held.delete(held.state.round.id);
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
    const state = this.#held.get(round)?.state;
    if (state?.time !== 'open' || state.closesMs === null) this.#countdowns.stop(round);
    else this.#countdowns.set(round, state.closesMs, () => this.#timeCame(round, true));
  }

  /** Shuts the phones when the time is up, and ends the round when all vote on phones; else that is for who counts. */
  async #timeCame(round: RoundId, awake: boolean): Promise<void> {
    const held = this.#held.get(round);
    if (!held) return;
    await held.change((state) => atMoment(state, this.#now(), awake));
    if (held.state.time === 'up' && closesByItself(this.#view(held))) await this.close(round);
    else this.#arm(round);
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
    this.#held.set(id, held);
    if (!known) await this.#open.do(`round-back-${id}-${this.#open.seq}`, { type: 'round.put', round: held.state.round }, false);
  }

  async #ledger(round: RoundId): Promise<HeldRound> {
    return this.#held.get(round) ?? this.#inTurn(() => this.#load(round));
  }

  async #load(round: RoundId): Promise<HeldRound> {
    const held = this.#held.get(round);
    if (held) return held;
    const known = this.#openOnBoard(round);
    // A board that came from another laptop while a round was open brings no ledger: here its count begins anew.
    const found = await this.#folder.has(round);
    if (!found) return this.#create(emptyLedger(known, {}, null));
    const loaded = await this.#folder.load(round);
    this.#held.set(round, loaded);
    return loaded;
  }

  /** @throws TroubleError round.unknown, round.notOpen */
  #openOnBoard(round: RoundId): Round {
    const known = this.#open.board.rounds[round];
    if (!known) throw new TroubleError('round.unknown', round);
    if (known.state !== 'open') throw new TroubleError('round.notOpen', round);
    return known;
  }

  async #create(state: LedgerState): Promise<HeldRound> {
    const held = await this.#folder.create(state);
    this.#held.set(state.round.id, held);
    this.#arm(state.round.id);
    return held;
  }
}

const nothing = (): void => undefined;

/** @throws TroubleError round.candidates when something else than a candidate is named */
function checkCandidates({ round }: LedgerState, named: { readonly [candidate: MarkId]: unknown }): void {
  const known = new Set(round.candidates.map(({ id }) => id));
  if (!(Object.keys(named) as MarkId[]).every((id) => known.has(id))) throw new TroubleError('round.candidates', '');
}
