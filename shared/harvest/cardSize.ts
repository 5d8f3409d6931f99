import type { CardRole } from '../board/marks.ts';

/** Steps of lettering for what grows with being heard, smallest first, board units. */
const TRAIT_STEPS = [40, 52, 68, 88, 116] as const;
const METAPHOR_STEPS = [50, 56, 62, 68] as const;
/** Themes, ideas and points are counted but do not grow: their size says what they are, not how often they were said. */
const STILL = { theme: 44, idea: 30, point: 34 } as const;

const stepsFor = (role: CardRole): readonly number[] =>
  role === 'trait' ? TRAIT_STEPS : role === 'metaphor' ? METAPHOR_STEPS : [STILL[role]];

/**
 * The size that a word deserves after being heard so often, board units. A trait heard once is 40, twice 52, three
 * times 68; from the fourth time on it takes one big step to 116 and then only its count rises.
 */
export function sizeForCount(times: number, role: CardRole): number {
  const steps = stepsFor(role);
  const step = role === 'trait' && times >= 4 ? steps.length - 1 : Math.min(Math.max(times, 1), steps.length) - 1;
  return steps[step] as number;
}

/** The sizes to try for a word, largest first: from what it deserves down to the one it has, which is among them. */
export function sizesToTry(times: number, role: CardRole, currentUnits: number): readonly number[] {
  const deserved = sizeForCount(times, role);
  const larger = stepsFor(role).filter((size) => size > currentUnits && size <= deserved);
  return [...larger.reverse(), currentUnits];
}
