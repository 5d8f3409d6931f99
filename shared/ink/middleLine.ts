import { lengthOf } from '../geometry/distance.ts';
import type { Ink } from './ink.ts';
import type { Nib } from './outline.ts';

/** perfect-freehand leaves out samples within a width of the start, and within a quarter of one of the end. */
const START_WIDTHS = 1, END_WIDTHS = 0.25;
/** So much larger is the dot of a tap than its nib, and never smaller than this radius, board units. */
const DOT_SHARE = 1.15, LEAST_DOT = 0.4;

/** The way of a nib's middle, board units: `count` places with the radius of the line at each. */
export type MiddleLine = { readonly count: number; readonly x: Float64Array; readonly y: Float64Array; readonly radius: Float64Array };

/** Room for the longest line so far; lines are made one after another. */
const room = { count: 0, x: new Float64Array(256), y: new Float64Array(256), radius: new Float64Array(256) };

function roomFor(samples: number): typeof room {
  if (room.x.length < samples) {
    room.x = new Float64Array(2 * samples);
    room.y = new Float64Array(2 * samples);
    room.radius = new Float64Array(2 * samples);
  }
  return room;
}

/**
 * The line that the nib's middle takes: samples drawn together as perfect-freehand's `streamline` does, and of those only what
 * lies far enough from the one before. A tap is one place. The next call writes over the result.
 * @param apart how far places lie apart at least, board units
 */
export function middleLine(ink: Ink, { widthUnits, thinning, smoothing }: Pick<Nib, 'widthUnits' | 'thinning' | 'smoothing'>, apart: number): MiddleLine {
  const line = roomFor(ink.count + 2);
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
  return line;
}
