import type { MarkId } from '../base/ids.ts';
import type { RoundRule } from '../board/round.ts';

/** Dots per candidate as one table counted them; a table that has not been counted yet has no entries at all. */
export type Dots = { readonly [candidate: MarkId]: number };

/** Whether a table's count adds up. */
export type TableCheck = {
  /** The least number of dots that must go before the row adds up; 0 when it does. */
  readonly tooMany: number;
  /** True when the table was counted and adds up: only then its people are in the turnout. */
  readonly counted: boolean;
};

/** How many dots a default round gives each person: a third of the candidates, rounded, at least one (4 → 1, 6 → 2, 8 → 3). */
export function defaultDots(candidates: number): number {
  return Math.max(1, Math.round(candidates / 3));
}

/** The sum of a table's dots. */
export function sumOfDots(dots: Dots): number {
  return Object.values(dots).reduce((sum, count) => sum + count, 0);
}

/**
 * Holds a table's count against the rule: all dots ≤ heads × dots per person, and no candidate more than heads ×
 * what one person may give it. Fewer dots than allowed are fine: people may abstain.
 * @param heads people at the table, a whole number
 */
export function checkTableDots(dots: Dots, heads: number, rule: RoundRule): TableCheck {
  const counts = Object.values(dots);
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return { tooMany: 0, counted: false };
  const overall = sumOfDots(dots) - heads * rule.dotsPerPerson;
  const overHeads = counts.reduce((sum, count) => sum + Math.max(0, count - heads * rule.atMostPerCandidate), 0);
  const tooMany = Math.max(0, overall, overHeads);
  return { tooMany, counted: counts.length > 0 && tooMany === 0 };
}
