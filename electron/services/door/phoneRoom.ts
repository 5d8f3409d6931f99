import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../shared/board/board.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { Joining } from '../../../shared/contract/door.ts';
import type { BallotAnswer, BallotRequest, RoomCard, VoterState } from '../../../shared/contract/phone.ts';
import type { LedgerView } from '../../../shared/contract/rounds.ts';
import type { RoundLedgers } from '../rounds/roundLedgers.ts';
import type { Telling } from './eventStreams.ts';
import type { IdeaIntake } from './ideaIntake.ts';
import type { Passes, Voter } from './passes.ts';
import { voterState } from './voterState.ts';

/** What the door needs of an open board's rounds. */
export type PhoneRounds = Pick<RoundLedgers, 'openVote' | 'ballotOf' | 'cast' | 'picture' | 'told'>;

export type PhoneRoomParts = {
  readonly board: () => Board;
  readonly rounds: PhoneRounds;
  readonly passes: Passes;
  readonly joining: Joining;
  readonly ideas: IdeaIntake;
  readonly now: () => number;
};

/** What the phones of one board see, and the one thing that they can do. */
export class PhoneRoom {
  readonly #parts: PhoneRoomParts;
  readonly #casting = new Set<Promise<unknown>>();
  #closed = false;
  #before: Board;
  #waysBefore = '';
  #ideasBefore: boolean;

  constructor(parts: PhoneRoomParts) {
    this.#parts = parts;
    this.#before = parts.board();
    this.#ideasBefore = parts.ideas.open;
  }

  /** What whoever opens the page may know. */
  card(): RoomCard {
    const board = this.#parts.board();
    const tables = tablesOf(board).map(({ number, color }) => ({ number, color: hexOf(color) }));
    return { title: board.title, locale: board.locale, joining: this.#parts.joining, tables };
  }

  /** The table with a number, or null. */
  tableNumbered(number: number): TableId | null {
    return tablesOf(this.#parts.board()).find((table) => table.number === number)?.id ?? null;
  }

  /** The number of a voter's table; null when that table is not on the board any more. */
  tableNumber({ table }: Pick<Voter, 'table'>): number | null {
    return this.#parts.board().tables[table]?.number ?? null;
  }

  /** People in the room. */
  get heads(): number {
    return tablesOf(this.#parts.board()).reduce((sum, { heads }) => sum + heads, 0);
  }

  /** What a voter's phone shows; null when its table is gone. */
  state(voter: Voter): VoterState | null {
    const table = this.tableNumber(voter);
    if (table === null) return null;
    const { board, rounds, ideas, now } = this.#parts;
    const vote = rounds.openVote();
    const state = voterState({
      board: board(), table, vote, isTold: (round) => rounds.told.isTold(round), nowMs: now(),
      mine: vote ? rounds.ballotOf(vote.round.id, voter.voter) : null,
      hasPicture: (candidate) => vote !== null && rounds.picture(vote.round.id, candidate) !== null,
    });
    return ideas.open ? { ...state, ideas: true } : state;
  }

  /** The same for an event stream. That a countdown runs is no news. */
  telling(pass: string): Telling | null {
    const voter = this.#parts.passes.voterOf(pass);
    const state = typeof voter === 'string' ? null : this.state(voter);
    if (!state) return null;
    const closesMs = this.#parts.rounds.openVote()?.closesMs ?? null;
    return { data: state, sameAs: JSON.stringify(state.phase === 'vote' ? { ...state, closesInMs: closesMs } : state) };
  }

  /** Takes a ballot; the answer is there when the ballot is on the disk. Null when the pass was taken away meanwhile. */
  async cast(voter: Voter, { round, choices, count }: BallotRequest): Promise<BallotAnswer | null> {
    const { rounds, passes } = this.#parts;
    const vote = rounds.openVote();
    const table = this.tableNumber(voter);
    if (table === null) return { outcome: 'elsewhere' };
    if (vote?.round.id !== round || vote.timeUp || this.#closed) return { outcome: 'closed' };
    const holds = (): boolean => typeof passes.voterOf(voter.pass) !== 'string';
    const casting = rounds.cast({ round, voter: voter.voter, table, choices, count, holds });
    const over = casting.catch(() => undefined);
    this.#casting.add(over);
    const outcome = await casting.finally(() => { this.#casting.delete(over); });
    return outcome === 'void' ? null : { outcome };
  }

  /** The PNG of a candidate in the vote that is on. */
  picture(candidate: MarkId): Uint8Array | null {
    const vote = this.#parts.rounds.openVote();
    return vote ? this.#parts.rounds.picture(vote.round.id, candidate) : null;
  }

  /** Looks what changed on the board; true when phones may be shown something else. */
  boardChanged(): boolean {
    const board = this.#parts.board();
    const before = this.#before;
    this.#before = board;
    return board.rounds !== before.rounds || board.tables !== before.tables;
  }

  /** The same for the ledger of a round: that others voted is no news for a phone. */
  ledgerChanged({ round, rows, closesMs, time }: LedgerView): boolean {
    const ways = JSON.stringify([round, closesMs, time, rows.map(({ table, way }) => [table, way])]);
    const changed = ways !== this.#waysBefore;
    this.#waysBefore = ways;
    return changed;
  }

  /** The same for the inbox: only whether it is open. */
  ideasChanged(): boolean {
    const changed = this.#ideasBefore !== this.#parts.ideas.open;
    this.#ideasBefore = this.#parts.ideas.open;
    return changed;
  }

  /** Takes no more ballots; resolves when those that came in are on the disk or refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#casting);
  }
}
