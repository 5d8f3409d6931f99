import { getStroke } from 'perfect-freehand';
import simplify from 'simplify-js';
import { smoothPolygon, type Path } from '../geometry/path.ts';
import type { Ink } from './ink.ts';

/** How a nib turns samples into a line. */
export type Nib = {
  /** Width of the line at middle pressure, board units. */
  readonly widthUnits: number;
  /** How far pressure changes the width: 0 = not at all (pressure off), 0.62 = a brush pen. */
  readonly thinning: number;
  /** How much the line is drawn straight, 0 (off) to 1. */
  readonly smoothing: number;
  /** The round, even end of a highlighter instead of a pen's tapered one. */
  readonly blunt: boolean;
};

/** A point that perfect-freehand understands: x, y, pressure 0–1. */
export type NibPoint = [number, number, number];

/** Size that perfect-freehand must be given so that middle pressure (0.5) paints `widthUnits`. */
const sizeFor = (nib: Nib): number => nib.widthUnits / (1 - nib.thinning * 0.5 + 1e-9) * (nib.thinning > 0 ? 0.9 : 1);

/** How far an outline may lie beside the exact one: what an eye at reading distance cannot see on an A0 print. */
const TOLERANCE_UNITS = 0.06;

/**
 * The outline of a line through points as a closed path in board units (perfect-freehand, then points that lie
 * within 0.06 units of the line between their neighbours are left out). One point gives a round dot.
 * @param finished whether the pen has been lifted (the end is then tapered and capped)
 */
export function nibOutline(points: readonly NibPoint[], nib: Nib, finished: boolean): Path {
  const first = points[0];
  if (!first) return { data: [] };
  if (points.every(([x, y]) => Math.hypot(x - first[0], y - first[1]) < nib.widthUnits * 0.08)) return dot(first, nib);
  const outline = getStroke(points as NibPoint[], {
    size: sizeFor(nib),
    thinning: nib.thinning,
    smoothing: 0.5,
    streamline: 0.1 + 0.6 * nib.smoothing,
    simulatePressure: false,
    last: finished,
    start: { cap: true, taper: 0 },
    end: { cap: true, taper: 0 },
  }) as [number, number][];
  const reduced = simplify(outline.map(([x, y]) => ({ x, y })), TOLERANCE_UNITS, true);
  return smoothPolygon((reduced.length < 3 ? outline : reduced.map(({ x, y }): [number, number] => [x, y])));
}

/** A tap of the pen: a round dot of the nib's width. */
function dot([x, y, pressure]: NibPoint, nib: Nib): Path {
  const radius = Math.max(0.4, (nib.widthUnits / 2) * (1 + nib.thinning * (pressure - 0.5)) * 1.15);
  const corners: [number, number][] = [];
  for (let i = 0; i < 12; i++) {
    const angle = (i / 12) * 2 * Math.PI;
    corners.push([x + Math.cos(angle) * radius * 1.07, y + Math.sin(angle) * radius * 1.07]);
  }
  return smoothPolygon(corners);
}

/** The points of an ink for `nibOutline`. */
export function nibPoints(ink: Ink): NibPoint[] {
  const points: NibPoint[] = [];
  for (let i = 0; i < ink.count; i++) points.push([ink.x[i] as number, ink.y[i] as number, (ink.pressure[i] as number) / 255]);
  return points;
}

const outlines = new WeakMap<Ink, Map<string, Path>>();

/** The outline of a finished stroke, kept as long as its ink lives. */
export function inkOutline(ink: Ink, nib: Nib): Path {
  const key = `${nib.widthUnits}/${nib.thinning}/${nib.smoothing}/${nib.blunt}`;
  let kept = outlines.get(ink);
  if (!kept) outlines.set(ink, (kept = new Map()));
  let path = kept.get(key);
  if (!path) kept.set(key, (path = nibOutline(nibPoints(ink), nib, true)));
  return path;
}
