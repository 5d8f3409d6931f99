import { seededRandom } from '../base/seededRandom.ts';
import type { Point } from '../geometry/box.ts';
import { smoothPolygon, type Path } from '../geometry/path.ts';
import { nibOutline, type NibPoint } from '../ink/outline.ts';

/** Board units between two samples of a hand-drawn line. */
const SAMPLE_UNITS = 5;

/** A smooth random curve over t in −1…1: a sure hand wanders low and slowly, it does not shake. */
function wander(seed: number): (t: number) => number {
  const random = seededRandom(seed);
  const knots = Array.from({ length: 64 }, () => random() * 2 - 1);
  return (t) => {
    const i = Math.floor(t);
    const f = t - i;
    const ease = f * f * (3 - 2 * f);
    return (knots[i & 63] as number) * (1 - ease) + (knots[(i + 1) & 63] as number) * ease;
  };
}

/** Points at even distances along straight pieces; a closed form comes back to its first point. */
function evenPoints(corners: readonly Point[], closed: boolean, stepUnits = SAMPLE_UNITS): Point[] {
  const loop = closed && corners[0] ? [...corners, corners[0]] : corners;
  const out: Point[] = [];
  let left = 0;
  for (let i = 1; i < loop.length; i++) {
    const a = loop[i - 1] as Point;
    const b = loop[i] as Point;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length === 0) continue;
    let along = left;
    for (; along < length; along += stepUnits) out.push({ x: a.x + ((b.x - a.x) * along) / length, y: a.y + ((b.y - a.y) * along) / length });
    left = along - length;
  }
  const last = loop[loop.length - 1];
  if (last && !closed) out.push(last);
  return out;
}

export type HandLine = { readonly widthUnits: number; readonly seed: number; readonly closed: boolean };

/**
 * A line as a practised hand draws it: it swells and thins slowly, wanders a little, its ends taper and
 * closed forms overshoot their beginning. The same seed gives the same line.
 * @returns the closed outline of the line, to be filled
 */
export function handLine(corners: readonly Point[], { widthUnits, seed, closed }: HandLine): Path {
  const points = evenPoints(corners, closed);
  if (points.length < 2) return nibOutline(corners.map((p): NibPoint => [p.x, p.y, 0.5]), { widthUnits, thinning: 0, smoothing: 0, blunt: false }, true);
  const overshoot = closed ? Math.min(points.length - 1, 3) : 0;
  const path = points.concat(points.slice(0, overshoot));
  const dx = wander(seed), dy = wander(seed + 1), swell = wander(seed + 2);
  const length = path.length;
  const amount = Math.min(1.1, 0.25 + length * 0.02);
  const nib: NibPoint[] = path.map((p, i) => {
    const t = i / 9;
    const drift = closed ? (i / length - 0.5) * 1.2 : 0;
    const end = Math.min(1, (Math.min(i, length - 1 - i) + 0.6) / Math.max(2, Math.min(5, length * 0.2)));
    return [p.x + dx(t) * amount + drift, p.y + dy(t) * amount - drift * 0.7, Math.max(0.08, (0.52 + 0.16 * swell(t * 0.8)) * (0.5 + 0.5 * Math.sqrt(end)))];
  });
  return nibOutline(nib, { widthUnits, thinning: 0.6, smoothing: 0.25, blunt: false }, true);
}

/** A filled form whose edge is a little loose, as marker colour beside its ink line. */
export function looseFill(corners: readonly Point[], seed: number, offset: Point): Path {
  const dx = wander(seed + 7), dy = wander(seed + 8);
  return smoothPolygon(evenPoints(corners, true, SAMPLE_UNITS * 1.5).map((p, i): [number, number] => [p.x + offset.x + dx(i / 7) * 0.7, p.y + offset.y + dy(i / 7) * 0.7]));
}
