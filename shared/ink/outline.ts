import { getStroke } from 'perfect-freehand';
import { smoothPolygon, type Path } from '../geometry/path.ts';
import type { Ink } from './ink.ts';
import { reducedOutline, type Corner } from './reducedOutline.ts';

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

/**
 * How far an outline may lie beside the exact one: 0.05 mm on an A0 print, half of what an eye at reading distance can
 * tell apart.
 */
const TOLERANCE_UNITS = 0.05;

/**
 * Every line is worked out as if its nib were this wide, so that a small hand gives the same form as a large one:
 * perfect-freehand leaves out what lies within 3 of the end, whatever the width.
 */
const WORKING_WIDTH = 12;

/**
 * The outline of a line through points as a closed path in board units: perfect-freehand, whose `size` is the width
 * at pressure 0.5, drawn with as few curves as lie within 0.05 units of it.
 * Points that lie together give a round dot.
 * @param finished whether the pen has been lifted; until then nothing is left out, since the next frame draws it anew
 */
export function nibOutline(points: readonly NibPoint[], nib: Nib, finished: boolean): Path {
  const first = points[0];
  if (!first) return { data: [] };
  if (isDot(points, nib)) return dot(points, nib);
  const outline = rawOutline(points, nib, finished);
  return finished ? reducedOutline(outline, TOLERANCE_UNITS) : smoothPolygon(outline);
}

/** Whether points lie so close together that they are a tap of the pen. */
function isDot(points: readonly NibPoint[], nib: Nib): boolean {
  const [x, y] = points[0] as NibPoint;
  return points.every((point) => Math.hypot(point[0] - x, point[1] - y) < nib.widthUnits * 0.08);
}

/** The polygon around a line in board units, as perfect-freehand gives it. */
export function rawOutline(points: readonly NibPoint[], nib: Nib, finished: boolean): readonly Corner[] {
  const scale = WORKING_WIDTH / nib.widthUnits;
  const outline = getStroke(points.map(([x, y, pressure]): NibPoint => [x * scale, y * scale, pressure]), {
    size: WORKING_WIDTH,
    thinning: nib.thinning,
    smoothing: 0.5,
    streamline: 0.1 + 0.6 * nib.smoothing,
    simulatePressure: false,
    last: finished,
    start: { cap: true, taper: 0 },
    end: { cap: true, taper: 0 },
  });
  return outline.map(([x, y]): Corner => [(x as number) / scale, (y as number) / scale]);
}

/** A tap of the pen: a round dot of the nib's width, as strong as its strongest touch. */
function dot(points: readonly NibPoint[], nib: Nib): Path {
  const [x, y] = points[0] as NibPoint;
  const pressure = points.reduce((most, [, , pressed]) => Math.max(most, pressed), 0);
  const radius = Math.max(0.4, (nib.widthUnits / 2) * (1 + nib.thinning * (pressure - 0.5)) * 1.15);
  const corners: Corner[] = [];
  for (let i = 0; i < 12; i++) {
    const angle = (i / 12) * 2 * Math.PI;
    corners.push([x + Math.cos(angle) * radius * 1.07, y + Math.sin(angle) * radius * 1.07]);
  }
  return smoothPolygon(corners);
}

/** Half the width of the line at a pressure of 0–1, board units in its own coordinates: as perfect-freehand has it. */
export function nibRadius({ widthUnits, thinning }: Pick<Nib, 'widthUnits' | 'thinning'>, pressure: number): number {
  return widthUnits * (0.5 - thinning * (0.5 - pressure));
}

/** How far a stroke is painted beside its samples at most, board units in its own coordinates. */
export function nibReach({ widthUnits, thinning }: Pick<Nib, 'widthUnits' | 'thinning'>): number {
  return Math.max(0.45, widthUnits * (0.62 + 0.4 * thinning));
}

/** The points of an ink for `nibOutline`. */
function nibPoints(ink: Ink): NibPoint[] {
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
