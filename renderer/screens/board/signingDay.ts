import type { PeoplePart } from '../../../shared/contract/people.ts';

/** The day here at that time, so many years on, as `2027-11-20`. */
function dayHere(atMs: number, yearsOn: number): string {
  const at = new Date(atMs);
  return new Date(Date.UTC(at.getFullYear() + yearsOn, at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}

/**
 * The day of erasing that whoever signs now agrees to: the one that was chosen, or a year from now when none was or it
 * has come already. Null when it has come for people who are still there: they were promised to be forgotten first.
 */
export function signingDay({ people, eraseOn }: PeoplePart, nowMs: number): string | null {
  const isAhead = eraseOn > dayHere(nowMs, 0);
  if (people.length > 0 && eraseOn !== '' && !isAhead) return null;
  return isAhead ? eraseOn : dayHere(nowMs, 1);
}
