import type { MarkId, RoundId, TableId } from '../base/ids.ts';

/**
 * How a table votes in a round, so that nobody is counted twice: on paper (its row in the grid), on the phones of its
 * people, or by raising hands (together with all other tables that do, in one row for the room).
 */
export type VotingWay = 'paper' | 'phones' | 'hands';

/** The way of each table; a table that is not named votes on paper. */
export type VotingWays = { readonly [table: TableId]: VotingWay };

/** Dots per candidate as one table, or the raised hands of the room, were counted. */
export type TableDots = { readonly [candidate: MarkId]: number };

/** One table while a round is open. */
export type LedgerRow = {
  readonly table: TableId;
  readonly heads: number;
  readonly way: VotingWay;
  /** What was counted on paper; it is kept, but counts only while the table votes on paper. */
  readonly dots: TableDots;
  /** True when the table's people are in the turnout: its row, or that of the hands, adds up; or at least one phone voted. */
  readonly counted: boolean;
  /** On paper: dots over what this table can have. On phones: ballots over its heads; they count all the same. Else 0. */
  readonly tooMany: number;
  /** Ballots of this table's phones. */
  readonly phones: number;
};

/** The raised hands of all tables that vote so. */
export type HandsRow = {
  /** People at those tables. */
  readonly heads: number;
  readonly dots: TableDots;
  readonly counted: boolean;
  readonly tooMany: number;
};

/**
 * Where a round stands with its countdown. `open`: whoever may vote can, with or without countdown. `up`: the time is
 * over and phones are shut; while anybody votes on paper or by hand, the facilitator closes the round. `missed`: the time ran out while
 * this laptop was off or asleep, so that nobody could vote; the round went on without countdown.
 */
export type RoundTime = 'open' | 'up' | 'missed';

/** What the facilitator sees of an open round; never totals. */
export type LedgerView = {
  readonly round: RoundId;
  readonly rows: readonly LedgerRow[];
  readonly hands: HandsRow;
  /** People whose vote counts so far, and people in the room: never fewer than voted. */
  readonly cast: number;
  readonly heads: number;
  readonly corrections: number;
  readonly canUndo: boolean;
  /** When the countdown ends; null without countdown. */
  readonly closesMs: number | null;
  readonly time: RoundTime;
};

/** Pictures of candidates for the phones, PNG in base64. */
export type CandidatePictures = { readonly [candidate: MarkId]: string };
