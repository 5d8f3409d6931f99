import { getStroke } from 'perfect-freehand';
import simplify from 'simplify-js';
import { smoothNoise } from './seed.ts';
import { evenly, flattenSubpath, lengthOf, parseStampPath } from './stampPath.ts';
import type { Spot } from './stampPath.ts';

type InkPoint = [x: number, y: number, pressure: number];

const ENOUGH = 9;
/** Part of the line's width by which its outline may differ unseen. */
const INVISIBLE = 0.03;
const MIDDLE_PRESSURE = 0.56;
const THINNING = 0.62;
/** What perfect-freehand makes of `size` at the middle pressure. */
const MIDDLE_WIDTH = 1 - 2 * THINNING * (0.5 - MIDDLE_PRESSURE);

const scaledSpots = (d: string, scale: number): { readonly spots: readonly Spot[]; readonly closed: boolean } => {
  const [subpath] = parseStampPath(d);
  if (!subpath) return { spots: [], closed: false };
  const spots = flattenSubpath(subpath).map(([x, y]): Spot => [x * scale, y * scale]);
  return { spots, closed: subpath.closed };
};

/** A closed shape is drawn a little past its start, as a hand does. */
const overshot = (spots: readonly Spot[], widthUnits: number, step: number): readonly Spot[] =>
  spots.concat(spots.slice(1, Math.min(spots.length - 1, Math.max(2, Math.round((widthUnits * 2.4) / step)))));

type Hand = { readonly handUnits: number; readonly step: number; readonly seed: number; readonly closed: boolean };

const handDrawn = (spots: readonly Spot[], { handUnits, step, seed, closed }: Hand): InkPoint[] => {
  const length = step * (spots.length - 1);
  const wobble = handUnits * 0.3 * Math.min(1, length / (handUnits * 16));
  const drift = closed ? handUnits * 0.3 : 0;
  const last = spots.length - 1;
  const tapering = Math.max(2, Math.min(ENOUGH, last * 0.22));
  return spots.map(([x, y], i) => {
    const place = (i * step) / (handUnits * 13);
    const fromEnd = Math.min(1, Math.min(i, last - i) / tapering);
    const away = i / Math.max(1, last) - 0.5;
    const swell = MIDDLE_PRESSURE + 0.22 * smoothNoise(seed + 2, place * 0.8);
    return [
      x + smoothNoise(seed, place) * wobble + away * drift,
      y + smoothNoise(seed + 1, place) * wobble - away * drift * 0.8,
      Math.max(0.1, swell * (0.46 + 0.54 * Math.sqrt(fromEnd))),
    ];
  });
};

/**
 * The outline of one pen-down drawn by hand: low and slow wobble, slow swelling, tapered ends; a closed shape
 * overshoots a little. The same arguments always give the same line.
 * @param d one subpath in the drawing's box
 * @param options.scale from the box to board units
 * @param options.widthUnits mean width of the line in board units: it does not shrink with the scale
 * @param options.handUnits width of a line by whose measure the hand wobbles, `widthUnits` unless told: two lines of
 *   the same path, seed and hand but of different widths lie on top of each other
 * @param options.seed a whole number
 * @returns a polygon in board units whose last corner joins its first; empty when `d` has no length
 */
export function inkLine(
  d: string,
  options: { readonly scale: number; readonly widthUnits: number; readonly seed: number; readonly handUnits?: number },
): readonly Spot[] {
  const { scale, widthUnits, seed, handUnits = widthUnits } = options;
  const { spots, closed } = scaledSpots(d, scale);
  const length = lengthOf(spots);
  if (length === 0) return [];
  const count = Math.max(4, Math.round(length / (widthUnits * 0.8)));
  const step = length / count;
  const row = evenly(spots, count);
  const points = handDrawn(closed ? overshot(row, widthUnits, step) : row, { handUnits, step, seed, closed });
  const outline = getStroke(points, {
    size: widthUnits / MIDDLE_WIDTH,
    thinning: THINNING,
    smoothing: 0.6,
    streamline: 0.15,
    simulatePressure: false,
    last: true,
    start: { cap: true },
    end: { cap: true },
  });
  const corners = outline.map(([x, y]) => ({ x, y }));
  return simplify(corners, widthUnits * INVISIBLE, true).map(({ x, y }): Spot => [x, y]);
}
