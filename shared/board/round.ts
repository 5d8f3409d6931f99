import type { MarkId, RoundId } from '../base/ids.ts';

/**
 * How a round is voted. One vote each is one dot; with at most one per candidate several dots are limited approval,
 * with as many as a person has they are cumulative.
 */
export type RoundRule = { readonly dotsPerPerson: number; readonly atMostPerCandidate: number };

/** Something one can vote for; usually a card. `id` is the card's mark id. */
export type Candidate = { readonly id: MarkId; readonly label: string };

/** What is kept of a round once it is closed: sums over the whole room, never per table or person. */
export type Tally = {
  /** Dots per candidate, by candidate id. */
  readonly totals: { readonly [candidate: MarkId]: number };
  /** People whose vote counts, and people in the room. */
  readonly cast: number;
  readonly heads: number;
  /** How often a table's count was corrected before closing. */
  readonly corrections: number;
  /**
   * Ballots of phones in a shuffled order, for a recount, a candidate as often as it got dots. Empty when only tables
   * were counted, and when ballots or the rest came from a single table, which they would give away.
   */
  readonly ballots: readonly (readonly MarkId[])[];
  /** All dots that are not in `ballots`, summed over the room. */
  readonly byHand: { readonly [candidate: MarkId]: number };
};

export type RoundState = 'open' | 'closed' | 'revealed' | 'cancelled';

/** A voting round as the board knows it. While it is open its ballots are in the round ledger, not here. */
export type Round = {
  readonly id: RoundId;
  readonly question: string;
  readonly candidates: readonly Candidate[];
  readonly rule: RoundRule;
  readonly state: RoundState;
  readonly openedMs: number;
  readonly closedMs: number | null;
  readonly tally: Tally | null;
  /** The tied round that this one decides. */
  readonly runOffOf: RoundId | null;
  /** Lots drawn in public after a second tie: the seed that the room saw, and whom it chose. */
  readonly lots: { readonly seed: string; readonly drawn: MarkId } | null;
};
