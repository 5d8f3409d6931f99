import type { MarkId, RoundId, TableId } from '../base/ids.ts';

/** Dots per candidate as one table counted them. */
export type TableDots = { readonly [candidate: MarkId]: number };

/** One row of the grid while a round is open. */
export type LedgerRow = {
  readonly table: TableId;
  readonly heads: number;
  readonly dots: TableDots;
  /** True when the row was counted and adds up: dots ≤ heads × dots per person, none over heads. */
  readonly counted: boolean;
  /** Dots over what this table can have, 0 when it adds up. */
  readonly tooMany: number;
};

/** What the facilitator sees of an open round; never totals. */
export type LedgerView = {
  readonly round: RoundId;
  readonly rows: readonly LedgerRow[];
  /** People at the tables that were counted, and people in the room. */
  readonly cast: number;
  readonly heads: number;
  readonly corrections: number;
  readonly canUndo: boolean;
};
