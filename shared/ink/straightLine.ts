import type { Point } from '../geometry/box.ts';

/** A ruled line goes by steps of this angle. */
const STEP_RADIANS = Math.PI / 12;

/** The end of a line from `from` towards `to`, turned to the nearest of the 24 directions that lie 15° apart; as far along it as `to` reaches. */
export function steppedEnd(from: Point, to: Point): Point {
  const dx = to.x - from.x, dy = to.y - from.y;
  const radians = Math.round(Math.atan2(dy, dx) / STEP_RADIANS) * STEP_RADIANS;
  const along = dx * Math.cos(radians) + dy * Math.sin(radians);
  return { x: from.x + Math.cos(radians) * along, y: from.y + Math.sin(radians) * along };
}

/**
 * Lays samples of a hand along a straight line: each keeps its share of the way that the hand went, and all that it
 * has besides its place (pressure, time).
 */
export function laidStraight<Sample extends { readonly at: Point }>(samples: readonly Sample[], to: Point): readonly Sample[] {
  const from = samples[0]?.at;
  if (!from) return [];
  let whole = 0;
  const ways = samples.map(({ at }, i) => {
    const before = samples[i - 1]?.at ?? at;
    return (whole += Math.hypot(at.x - before.x, at.y - before.y));
  });
  return samples.map((sample, i) => {
    const share = whole === 0 ? 0 : (ways[i] as number) / whole;
    return { ...sample, at: { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share } };
  });
}
