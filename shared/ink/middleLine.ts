import { lengthOf } from '../geometry/distance.ts';
import type { Ink } from './ink.ts';
import type { Nib } from './outline.ts';

/** perfect-freehand leaves out samples within a width of the start, and within a quarter of one of the end. */
const START_WIDTHS = 1, END_WIDTHS = 0.25;
/** So much larger is the dot of a tap than its nib, and never smaller than this radius, board units. */
const DOT_SHARE = 1.15, LEAST_DOT = 0.4;

/** The way of a nib's middle, board units: `count` places with the radius of the line at each. */
export type MiddleLine = { readonly count: number; readonly x: Float64Array; readonly y: Float64Array; readonly radius: Float64Array };

/** A corner is rounded when the curve in its place lies farther from it than this share of what lies apart; into so many pieces at the most. */
const ROUNDED_SHARE = 0.3, MOST_PIECES = 16;

type Room = { count: number; x: Float64Array; y: Float64Array; radius: Float64Array };
const newRoom = (): Room => ({ count: 0, x: new Float64Array(256), y: new Float64Array(256), radius: new Float64Array(256) });
/** Room for the longest line so far, and for the longest whose corners were rounded; lines are made one after another. */
const room = newRoom(), roundedRoom = newRoom();

function widen(line: Room, places: number): Room {
  if (line.x.length < places) {
    line.x = new Float64Array(2 * places);
    line.y = new Float64Array(2 * places);
    line.radius = new Float64Array(2 * places);
  }
  return line;
}

/** How far the curve in place of a corner lies from it: an eighth of how much the way turns there, or 0 for a turn sharper than a right angle, which stays. */
function roundAt({ x, y }: MiddleLine, i: number): number {
  const ax = (x[i] as number) - (x[i - 1] as number), ay = (y[i] as number) - (y[i - 1] as number);
  const bx = (x[i + 1] as number) - (x[i] as number), by = (y[i + 1] as number) - (y[i] as number);
  return ax * bx + ay * by < 0 ? 0 : lengthOf(bx - ax, by - ay) / 8;
}

/**
 * A line of few places as round as its outline, which goes through the middle between any two corners (`smoothPolygon`): a quick
 * hand leaves places far apart.
 */
function rounded(line: Room, most: number): Room {
  let pieces = 0;
  for (let i = 1; i < line.count - 1; i++) if (roundAt(line, i) > most) pieces += MOST_PIECES;
  if (pieces === 0) return line;
  const to = widen(roundedRoom, line.count + pieces);
  let count = 0;
  const put = (x: number, y: number, radius: number): void => {
    to.x[count] = x; to.y[count] = y; to.radius[count] = radius;
    count++;
  };
  /** What lies at a share of the way from one half-way place around a corner to the next. */
  const curve = (of: Float64Array, i: number, share: number): number => {
    const before = of[i - 1] as number, here = of[i] as number, after = of[i + 1] as number;
    return 0.5 * (before * (1 - share) ** 2 + after * share ** 2 + here * (1 + 2 * share * (1 - share)));
  };
  for (let i = 0; i < line.count; i++) {
    const round = i > 0 && i < line.count - 1 ? roundAt(line, i) : 0;
    if (round <= most) put(line.x[i] as number, line.y[i] as number, line.radius[i] as number);
    else {
      const parts = Math.min(MOST_PIECES - 1, Math.ceil(Math.sqrt(round / most)));
      for (let k = 0; k <= parts; k++) put(curve(line.x, i, k / parts), curve(line.y, i, k / parts), curve(line.radius, i, k / parts));
    }
  }
  to.count = count;
  return to;
}

/**
 * The line that the nib's middle takes: samples drawn together as perfect-freehand's `streamline` does, and of those only what
 * lies far enough from the one before; where they lie so far apart that one would see corners, the curve between them. A tap is
 * one place. The next call writes over the result.
 * @param apart how far samples lie apart at least, board units
 */
export function middleLine(ink: Ink, { widthUnits, thinning, smoothing }: Pick<Nib, 'widthUnits' | 'thinning' | 'smoothing'>, apart: number): MiddleLine {
  const line = widen(room, ink.count + 2);
  const { x, y, radius } = line;
  const pull = 0.15 + 0.85 * (0.9 - 0.6 * smoothing);
  const radiusAt = (i: number): number => widthUnits * (0.5 - thinning * (0.5 - (ink.pressure[i] as number) / 255));
  const last = ink.count - 1;
  let px = ink.x[0] as number, py = ink.y[0] as number;
  x[0] = px; y[0] = py; radius[0] = radiusAt(0);
  let count = 1, run = 0;
  for (let i = 1; i <= last; i++) {
    const qx = i === last ? (ink.x[i] as number) : px + ((ink.x[i] as number) - px) * pull;
    const qy = i === last ? (ink.y[i] as number) : py + ((ink.y[i] as number) - py) * pull;
    run += lengthOf(qx - px, qy - py);
    px = qx; py = qy;
    const near = lengthOf(px - (x[count - 1] as number), py - (y[count - 1] as number)) < apart;
    if (i < last && (run < START_WIDTHS * widthUnits || near)) continue;
    x[count] = px; y[count] = py; radius[count] = radiusAt(i);
    count++;
  }
  // The end is one point; what lies just before it would turn its round end aside.
  while (count > 2 && lengthOf((x[count - 2] as number) - px, (y[count - 2] as number) - py) < END_WIDTHS * widthUnits) {
    count--;
    x[count - 1] = px; y[count - 1] = py;
  }
  if (count < 2) radius[0] = Math.max(LEAST_DOT, (radius[0] as number) * DOT_SHARE);
  line.count = count;
  return rounded(line, ROUNDED_SHARE * apart);
}
