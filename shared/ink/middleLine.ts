import { lengthOf } from '../geometry/distance.ts';
import type { Ink } from './ink.ts';
import type { Nib } from './outline.ts';
import { straighten, type LinePlaces } from './straighten.ts';

/** perfect-freehand leaves out samples within a width of the start, and within a quarter of one of the end. */
const START_WIDTHS = 1, END_WIDTHS = 0.25;
/** So much larger is the dot of a tap than its nib, and never smaller than this radius, board units. */
const DOT_SHARE = 1.15, LEAST_DOT = 0.4;

/** The way of a nib's middle, board units: `count` places with the radius of the line at each. */
export type MiddleLine = Readonly<LinePlaces>;

/** A corner is rounded when the curve in its place lies farther from it than this share of what lies apart; into so many pieces at the most. */
const ROUNDED_SHARE = 0.3, MOST_PIECES = 16;
/** In a line that is laid as pixels places lie so far apart at least, and it goes so far astray at the most where some are left out, px. */
const LAID_APART_PX = 0.5, ASTRAY_PX = 0.125;

const newPlaces = (): LinePlaces => ({ count: 0, x: new Float64Array(256), y: new Float64Array(256), radius: new Float64Array(256) });
/** Room for the longest line so far, and for the longest whose corners were rounded; lines are made one after another. */
let room = newPlaces(), roundedRoom = newPlaces();

function placesFor(line: LinePlaces, places: number): LinePlaces {
  if (line.x.length >= places) return line;
  return { count: 0, x: new Float64Array(2 * places), y: new Float64Array(2 * places), radius: new Float64Array(2 * places) };
}

/**
 * How far the curve in place of a corner lies from it, squared: an eighth of how much the way turns there, or 0 for a turn sharper
 * than a right angle, which stays.
 */
function roundAt({ x, y }: MiddleLine, i: number): number {
  const ax = (x[i] as number) - (x[i - 1] as number), ay = (y[i] as number) - (y[i - 1] as number);
  const bx = (x[i + 1] as number) - (x[i] as number), by = (y[i + 1] as number) - (y[i] as number);
  return ax * bx + ay * by < 0 ? 0 : ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)) / 64;
}

/**
 * A line of few places as round as its outline, which goes through the middle between any two corners (`smoothPolygon`): a quick
 * hand leaves places far apart.
 * @param most how far from its curve a corner may lie, board units
 */
function rounded(line: LinePlaces, most: number): LinePlaces {
  const mostSquared = most * most;
  let pieces = 0;
  for (let i = 1; i < line.count - 1; i++) if (roundAt(line, i) > mostSquared) pieces += MOST_PIECES;
  if (pieces === 0) return line;
  const to = (roundedRoom = placesFor(roundedRoom, line.count + pieces));
  let count = 0, wasRound = false;
  for (let i = 0; i < line.count; i++) {
    const x = line.x[i] as number, y = line.y[i] as number, radius = line.radius[i] as number;
    const round = i > 0 && i < line.count - 1 ? roundAt(line, i) : 0;
    if (round <= mostSquared) {
      to.x[count] = x; to.y[count] = y; to.radius[count] = radius;
      count++;
      wasRound = false;
      continue;
    }
    const parts = Math.min(MOST_PIECES - 1, Math.ceil(Math.sqrt(Math.sqrt(round) / most))), step = 1 / parts;
    // The half-way place between two round corners is one.
    for (let k = wasRound ? 1 : 0; k <= parts; k++) {
      const share = k * step, before = 0.5 * (1 - share) * (1 - share), after = 0.5 * share * share, here = 1 - before - after;
      to.x[count] = before * (line.x[i - 1] as number) + here * x + after * (line.x[i + 1] as number);
      to.y[count] = before * (line.y[i - 1] as number) + here * y + after * (line.y[i + 1] as number);
      to.radius[count] = before * (line.radius[i - 1] as number) + here * radius + after * (line.radius[i + 1] as number);
      count++;
    }
    wasRound = true;
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
export function middleLine(ink: Ink, { widthUnits, thinning, smoothing }: Pick<Nib, 'widthUnits' | 'thinning' | 'smoothing'>, apart: number): LinePlaces {
  const line = (room = placesFor(room, ink.count + 2));
  const { x, y, radius } = line;
  const pull = 0.15 + 0.85 * (0.9 - 0.6 * smoothing);
  const radiusAt = (i: number): number => widthUnits * (0.5 - thinning * (0.5 - (ink.pressure[i] as number) / 255));
  const last = ink.count - 1, start = START_WIDTHS * widthUnits, apartSquared = apart * apart;
  let px = ink.x[0] as number, py = ink.y[0] as number;
  x[0] = px; y[0] = py; radius[0] = radiusAt(0);
  let count = 1, run = 0;
  for (let i = 1; i <= last; i++) {
    const share = i === last ? 1 : pull, wayX = ((ink.x[i] as number) - px) * share, wayY = ((ink.y[i] as number) - py) * share;
    px += wayX; py += wayY;
    if (run < start) run += lengthOf(wayX, wayY);
    const dx = px - (x[count - 1] as number), dy = py - (y[count - 1] as number);
    if (i < last && (run < start || dx * dx + dy * dy < apartSquared)) continue;
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

/**
 * The same line in as few places as look the same when it is laid as pixels, which takes its time for each of them. The next call writes
 * over the result.
 * @param pxPerUnit device px per board unit
 */
export function laidLine(ink: Ink, nib: Pick<Nib, 'widthUnits' | 'thinning' | 'smoothing'>, pxPerUnit: number): MiddleLine {
  const line = middleLine(ink, nib, LAID_APART_PX / pxPerUnit);
  straighten(line, ASTRAY_PX / pxPerUnit);
  return line;
}
