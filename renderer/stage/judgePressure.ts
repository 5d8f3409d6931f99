/** What a line in the test field says about the pen. */
export type PressureVerdict = 'found' | 'flat' | 'none' | 'mouse' | 'touch';

/** Below this difference a hand cannot have pressed softer and harder. */
const LEAST_RANGE = 0.08;

/**
 * Whether pressure arrives, from one drawn line. A mouse (and a pen whose driver acts as one) reports 0.5 throughout
 * while a button is down (Pointer Events, `pressure`); a pen without pressure reports the same.
 * @param pointerType of the pointer events: `pen`, `mouse` or `touch`
 * @param pressures 0–1, one for each sample while the pointer was down
 */
export function judgePressure(pointerType: string, pressures: readonly number[]): PressureVerdict {
  if (pointerType === 'touch') return 'touch';
  if (pointerType !== 'pen') return 'mouse';
  const least = Math.min(...pressures);
  const most = Math.max(...pressures);
  if (most - least >= LEAST_RANGE) return 'found';
  return pressures.every((pressure) => pressure === 0.5 || pressure === 0) ? 'none' : 'flat';
}
