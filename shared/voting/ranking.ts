import type { MarkId } from '../base/ids.ts';
import type { Candidate, Round, Tally } from '../board/round.ts';

/** One place in the result; several candidates share it when they have as many dots. */
export type Place = { readonly place: number; readonly dots: number; readonly candidates: readonly Candidate[] };

/** Who won: one, several in a tie, or nobody because there is not a single dot. */
export type Outcome =
  | { readonly kind: 'winner'; readonly candidate: Candidate }
  | { readonly kind: 'tie'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none' };

/** One bar of the result. */
export type ResultRow = {
  readonly id: MarkId;
  readonly label: string;
  readonly place: number;
  readonly dots: number;
  /** Length of the bar, 0–1, as a share of the longest one. */
  readonly share: number;
  /** True for the one winner; in a tie nobody has it. */
  readonly winner: boolean;
};

/**
 * The places from most dots to fewest. Places count people before: two in first place are followed by the third.
 * Within a place the order is that of the candidates.
 */
export function ranking(tally: Tally, candidates: readonly Candidate[]): readonly Place[] {
  const dotsOf = ({ id }: Candidate): number => tally.totals[id] ?? 0;
  const steps = [...new Set(candidates.map(dotsOf))].sort((a, b) => b - a);
  let before = 0;
  return steps.map((dots) => {
    const here = candidates.filter((candidate) => dotsOf(candidate) === dots);
    const place = { place: before + 1, dots, candidates: here };
    before += here.length;
    return place;
  });
}

/** Who leads a tally. */
export function outcomeOf(tally: Tally, candidates: readonly Candidate[]): Outcome {
  const first = ranking(tally, candidates)[0];
  const [leader, second] = first?.candidates ?? [];
  if (!first || !leader || first.dots === 0) return { kind: 'none' };
  return second ? { kind: 'tie', candidates: first.candidates } : { kind: 'winner', candidate: leader };
}

/** The winner by dots of a round that is closed and has one. */
export function winnerOf(round: Round): Candidate | null {
  if (!round.tally) return null;
  const outcome = outcomeOf(round.tally, round.candidates);
  return outcome.kind === 'winner' ? outcome.candidate : null;
}

/**
 * Whom a closed round chose: the one with most dots, else the one whom lots drew. Null while nothing is decided: in a
 * tie, without a single dot, or before closing.
 */
export function chosenOf(round: Round): Candidate | null {
  return round.candidates.find(({ id }) => id === round.lots?.drawn) ?? winnerOf(round);
}

/** The bars of a closed round, most dots first; an empty list while it is open. */
export function resultRows(round: Round): readonly ResultRow[] {
  if (!round.tally) return [];
  const places = ranking(round.tally, round.candidates);
  const longest = places[0]?.dots ?? 0;
  const winner = winnerOf(round);
  return places.flatMap(({ place, dots, candidates }) =>
    candidates.map(({ id, label }) => ({ id, label, place, dots, share: longest === 0 ? 0 : dots / longest, winner: id === winner?.id })),
  );
}
