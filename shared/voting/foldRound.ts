import type { MarkId } from '../base/ids.ts';
import type { Candidate, RoundRule, Tally } from '../board/round.ts';
import { checkTableDots, type Dots } from './tableTally.ts';

/** What was counted by hand: one table on paper, or the raised hands of several tables in one row. */
export type TallyRow = { readonly heads: number; readonly dots: Dots; /** How many tables the row sums up. */ readonly tables: number };

/** All that an open round has gathered. Each table is in one row or has ballots, never both. */
export type RoundLedger = {
  readonly candidates: readonly Candidate[];
  readonly rule: RoundRule;
  readonly rows: readonly TallyRow[];
  /** Ballots of phones, already shuffled by the caller: the order in which they came must not survive. */
  readonly ballots: readonly (readonly MarkId[])[];
  /** From how many tables those ballots came. */
  readonly ballotTables: number;
  readonly corrections: number;
  /** People in the room. */
  readonly heads: number;
};

/** So many tables must stand behind a sum that is kept: with fewer it would be a table's result. */
const LEAST_TABLES = 2;

/**
 * The dots of one ballot that count, in the order of the candidates: those for known candidates, as many to each as
 * the rule allows; none at all when they are more than a person has.
 */
export function validChoices(ballot: readonly MarkId[], candidates: readonly Candidate[], rule: RoundRule): readonly MarkId[] {
  const chosen = candidates.flatMap(({ id }) => ballot.filter((choice) => choice === id).slice(0, rule.atMostPerCandidate));
  return chosen.length <= rule.dotsPerPerson ? chosen : [];
}

/**
 * Folds the rows and the ballots of a round to sums over the whole room. Rows that do not add up are left out, with
 * their people; a ballot with more dots than the rule gives counts as cast but empty. Ballots stay apart from what was
 * counted by hand only where at least two tables stand behind each, else all is dissolved into one sum.
 */
export function foldRound({ candidates, rule, rows, ballots, ballotTables, corrections, heads }: RoundLedger): Tally {
  const counted = rows.filter((row) => checkTableDots(row.dots, row.heads, rule).counted);
  const byHand = Object.fromEntries(
    candidates.map(({ id }) => [id, counted.reduce((sum, row) => sum + (row.dots[id] ?? 0), 0)]),
  );
  const valid = ballots.map((ballot) => validChoices(ballot, candidates, rule));
  const totals = totalsOf(byHand, valid);
  const cast = counted.reduce((sum, row) => sum + row.heads, 0) + valid.length;
  const handTables = counted.reduce((sum, row) => sum + (row.heads > 0 ? row.tables : 0), 0);
  const apart = ballotTables >= LEAST_TABLES && (handTables === 0 || handTables >= LEAST_TABLES);
  return { totals, cast, heads: Math.max(heads, cast), corrections, ballots: apart ? valid : [], byHand: apart ? byHand : totals };
}

/** Dots by hand and those of ballots, a candidate as often as it is on one. */
export function totalsOf(byHand: Dots, ballots: readonly (readonly MarkId[])[]): Dots {
  const totals: Record<MarkId, number> = { ...byHand };
  for (const ballot of ballots) for (const id of ballot) totals[id] = (totals[id] ?? 0) + 1;
  return totals;
}
