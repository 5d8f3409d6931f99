import type { MarkId } from '../base/ids.ts';
import type { Candidate, RoundRule, Tally } from '../board/round.ts';
import { checkTableDots, type Dots } from './tableTally.ts';

/** One table's row in the grid of an open round. */
export type TallyRow = { readonly heads: number; readonly dots: Dots };

/** All that an open round has gathered. */
export type RoundLedger = {
  readonly candidates: readonly Candidate[];
  readonly rule: RoundRule;
  readonly rows: readonly TallyRow[];
  /** Ballots of phones, already shuffled by the caller: the order in which they came must not survive. */
  readonly ballots: readonly (readonly MarkId[])[];
  readonly corrections: number;
  /** People in the room. */
  readonly heads: number;
};

/** The choices of one ballot that count: known candidates, each once, as many as the rule gives. */
export function validChoices(ballot: readonly MarkId[], candidates: readonly Candidate[], rule: RoundRule): readonly MarkId[] {
  const known = new Set(candidates.map(({ id }) => id));
  const chosen = [...new Set(ballot)].filter((id) => known.has(id));
  return chosen.length <= rule.dotsPerPerson ? chosen : [];
}

/**
 * Folds the grid and the ballots of a round to sums over the whole room. Rows that do not add up are left out,
 * with their people; a ballot with more dots than the rule gives counts as cast but empty.
 */
export function foldRound({ candidates, rule, rows, ballots, corrections, heads }: RoundLedger): Tally {
  const counted = rows.filter((row) => checkTableDots(row.dots, row.heads, rule).counted);
  const byHand = Object.fromEntries(
    candidates.map(({ id }) => [id, counted.reduce((sum, row) => sum + (row.dots[id] ?? 0), 0)]),
  );
  const kept = ballots.map((ballot) => validChoices(ballot, candidates, rule));
  const cast = counted.reduce((sum, row) => sum + row.heads, 0) + kept.length;
  return { totals: totalsOf(byHand, kept), cast, heads: Math.max(heads, cast), corrections, ballots: kept, byHand };
}

function totalsOf(byHand: Dots, ballots: readonly (readonly MarkId[])[]): Dots {
  const totals: Record<MarkId, number> = { ...byHand };
  for (const ballot of ballots) for (const id of ballot) totals[id] = (totals[id] ?? 0) + 1;
  return totals;
}

/** Counts a closed round again from its ballots and the sums by hand. */
export function recount(tally: Tally): Dots {
  return totalsOf(tally.byHand, tally.ballots);
}

/** Whether the kept totals are what a recount gives, candidate by candidate. */
export function recountAgrees(tally: Tally): boolean {
  const again = recount(tally);
  const ids = new Set([...Object.keys(again), ...Object.keys(tally.totals)] as MarkId[]);
  return [...ids].every((id) => (again[id] ?? 0) === (tally.totals[id] ?? 0));
}
