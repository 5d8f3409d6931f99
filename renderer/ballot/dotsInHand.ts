import type { MarkId } from '../../shared/base/ids.ts';

/** Dots that somebody has laid out but not yet sent: a candidate as often as it has dots. */
export type DotsInHand = readonly MarkId[];

/** How many dots each person has, and how many of them may lie on the same candidate. */
export type DotRule = { readonly dotsPerPerson: number; readonly atMostPerCandidate: number };

/** Dots on one candidate. */
export function dotsOn(dots: DotsInHand, candidate: MarkId): number {
  return dots.filter((id) => id === candidate).length;
}

/** Dots that are still to be given. */
export function dotsLeft(dots: DotsInHand, rule: DotRule): number {
  return Math.max(0, rule.dotsPerPerson - dots.length);
}

/** True when the candidate may get one more dot. */
export function mayGive(dots: DotsInHand, candidate: MarkId, rule: DotRule): boolean {
  return dotsLeft(dots, rule) > 0 && dotsOn(dots, candidate) < rule.atMostPerCandidate;
}

/** One dot more on a candidate; as it was when the rule does not allow it. */
export function give(dots: DotsInHand, candidate: MarkId, rule: DotRule): DotsInHand {
  return mayGive(dots, candidate, rule) ? [...dots, candidate] : dots;
}

/** One dot of a candidate back in the hand; as it was when there is none on it. */
export function takeBack(dots: DotsInHand, candidate: MarkId): DotsInHand {
  const at = dots.lastIndexOf(candidate);
  return at < 0 ? dots : [...dots.slice(0, at), ...dots.slice(at + 1)];
}

/** True when both give every candidate the same number of dots; the order in which they were given says nothing. */
export function sameDots(a: DotsInHand, b: DotsInHand): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}
