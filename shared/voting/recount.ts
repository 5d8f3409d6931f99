import type { MarkId } from '../base/ids.ts';
import type { Candidate, Round, Tally } from '../board/round.ts';
import { drawLots } from './drawLots.ts';
import { totalsOf, validChoices } from './foldRound.ts';
import { outcomeOf } from './ranking.ts';
import { sumOfDots, type Dots } from './tableTally.ts';

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

/** A candidate in a recount: the dots that are kept, and those that were counted again. */
export type RecountRow = { readonly label: string; readonly kept: number; readonly again: number };

/** The recount of a closed round, most dots first. */
export type RoundRecount = {
  readonly rows: readonly RecountRow[];
  /** The totals are the same, and as many people as voted can have given them under the rule of the round. */
  readonly agrees: boolean;
  /** Lots that decided a tie, drawn again with the number that the room saw. */
  readonly lots: { readonly seed: string; readonly label: string; readonly agrees: boolean } | null;
};

/** Recounts a round and draws its lots again; null while it has no tally. */
export function recountRound({ candidates, rule, tally, lots }: Round): RoundRecount | null {
  if (!tally) return null;
  const again = recount(tally);
  const rows = candidates.map(({ id, label }) => ({ label, kept: tally.totals[id] ?? 0, again: again[id] ?? 0 }));
  const possible = tally.cast <= tally.heads && tally.ballots.length <= tally.cast
    && sumOfDots(again) <= tally.cast * rule.dotsPerPerson
    && Object.values(again).every((dots) => dots <= tally.cast * rule.atMostPerCandidate)
    && tally.ballots.every((ballot) => validChoices(ballot, candidates, rule).length === ballot.length);
  return {
    rows: rows.sort((a, b) => b.again - a.again),
    agrees: possible && recountAgrees(tally),
    lots: lots && { seed: lots.seed, label: candidates.find(({ id }) => id === lots.drawn)?.label ?? '', agrees: drawnAgain(lots.seed, tally, candidates) === lots.drawn },
  };
}

/** Whom lots choose among those in a tie, or undefined without one. */
function drawnAgain(seed: string, tally: Tally, candidates: readonly Candidate[]): MarkId | undefined {
  const outcome = outcomeOf(tally, candidates);
  return outcome.kind === 'tie' ? drawLots(seed, outcome.candidates.map(({ id }) => id))[0] : undefined;
}
