import { CLOSE, LINE, MOVE, type Path } from '../geometry/path.ts';
import type { Ink } from './ink.ts';
import type { Nib } from './outline.ts';

/** A line no wider than this on the screen may be painted with its coarse outline, px. */
const WIDEST_PX = 8;
/** How far the corners of a coarse outline lie apart at least, px: nearer ones make no difference to an eye. */
const CORNER_PX = 0.7;
/** Corners of half a round end or of a sharp turn. */
const ROUND_CORNERS = 5;

/** perfect-freehand leaves out samples within a width of the start, and within a quarter of one of the end. */
const START_WIDTHS = 1, END_WIDTHS = 0.25;

/** Scales lie in steps of two, so that zooming a little does not need new outlines. */
const stepOf = (pxPerUnit: number): number => Math.ceil(Math.log2(pxPerUnit));

/** Whether a line is so thin at a scale (device px per board unit) that its coarse outline looks the same. */
export function isThin(widthUnits: number, pxPerUnit: number): boolean {
  return widthUnits * 2 ** stepOf(pxPerUnit) <= WIDEST_PX;
}

/** Room for the centre line and both sides of the longest stroke so far; outlines are made one after another. */
let room = { x: new Float64Array(256), y: new Float64Array(256), radius: new Float64Array(256), side: new Float64Array(2048) };

function roomFor(samples: number): typeof room {
  if (room.x.length < samples) {
    const size = 2 * samples;
    room = { x: new Float64Array(size), y: new Float64Array(size), radius: new Float64Array(size), side: new Float64Array(4 * size * (ROUND_CORNERS + 2)) };
  }
  return room;
}

/**
 * The line that the nib's middle takes: samples drawn together as perfect-freehand's `streamline` does, with the radius at each.
 * Returns how many points it has.
 */
function middleLine(ink: Ink, { widthUnits, thinning, smoothing }: Nib, apart: number): number {
  const { x, y, radius } = roomFor(ink.count + 2);
  const pull = 0.15 + 0.85 * (0.9 - 0.6 * smoothing);
  const radiusAt = (i: number): number => widthUnits * (0.5 - thinning * (0.5 - (ink.pressure[i] as number) / 255));
  const last = ink.count - 1;
  let px = ink.x[0] as number, py = ink.y[0] as number;
  x[0] = px; y[0] = py; radius[0] = radiusAt(0);
  let count = 1, run = 0;
  for (let i = 1; i <= last; i++) {
    const qx = i === last ? (ink.x[i] as number) : px + ((ink.x[i] as number) - px) * pull;
    const qy = i === last ? (ink.y[i] as number) : py + ((ink.y[i] as number) - py) * pull;
    run += Math.hypot(qx - px, qy - py);
    px = qx; py = qy;
    const near = Math.hypot(px - (x[count - 1] as number), py - (y[count - 1] as number)) < apart;
    if (i < last && (run < START_WIDTHS * widthUnits || near)) continue;
    x[count] = px; y[count] = py; radius[count] = radiusAt(i);
    count++;
  }
  // The end is one point; what lies just before it would turn its round end aside.
  while (count > 2 && Math.hypot((x[count - 2] as number) - px, (y[count - 2] as number) - py) < END_WIDTHS * widthUnits) {
    count--;
    x[count - 1] = px; y[count - 1] = py;
  }
  return count;
}

/** Half a circle around a point as corners, from one side of the line to the other. */
function putRound(to: Float64Array, at: number, cx: number, cy: number, fromX: number, fromY: number): number {
  let end = at;
  for (let k = 0; k <= ROUND_CORNERS; k++) {
    const angle = (Math.PI * k) / ROUND_CORNERS;
    const cos = Math.cos(angle), sin = Math.sin(angle);
    to[end++] = cx + fromX * cos - fromY * sin;
    to[end++] = cy + fromX * sin + fromY * cos;
  }
  return end;
}

/**
 * One side of the line as corners x, y, from the first point to the last or back.
 * @param step 1 along the line, -1 back along it
 */
function putSide(to: Float64Array, at: number, count: number, step: 1 | -1, apart: number): number {
  const { x, y, radius } = room;
  let end = at;
  let lastX = Infinity, lastY = Infinity;
  const first = step === 1 ? 0 : count - 1;
  for (let n = 0; n < count; n++) {
    const i = first + step * n;
    const before = n === 0 ? i : i - step, after = n === count - 1 ? i : i + step;
    const ax = (x[i] as number) - (x[before] as number), ay = (y[i] as number) - (y[before] as number);
    const bx = (x[after] as number) - (x[i] as number), by = (y[after] as number) - (y[i] as number);
    const al = Math.hypot(ax, ay) || 1, bl = Math.hypot(bx, by) || 1;
    const r = radius[i] as number;
    if (n > 0 && n < count - 1 && ax * bx + ay * by < 0) {
      // A turn sharper than a right angle is round on its outside.
      end = putRound(to, end, x[i] as number, y[i] as number, (ay / al) * r, (-ax / al) * r);
      lastX = lastY = Infinity;
      continue;
    }
    let dx = ax / al + bx / bl, dy = ay / al + by / bl;
    const dl = Math.hypot(dx, dy) || 1;
    dx /= dl; dy /= dl;
    const cx = (x[i] as number) + dy * r, cy = (y[i] as number) - dx * r;
    if (n > 0 && n < count - 1 && Math.hypot(cx - lastX, cy - lastY) < apart) continue;
    to[end++] = lastX = cx;
    to[end++] = lastY = cy;
  }
  return end;
}

/** Turns the last corner of a side into a round end around a point of the line. */
function putEnd(to: Float64Array, at: number, point: number): number {
  const cx = room.x[point] as number, cy = room.y[point] as number;
  const fromX = (to[at - 2] as number) - cx, fromY = (to[at - 1] as number) - cy;
  return putRound(to, at - 2, cx, cy, fromX, fromY);
}

/**
 * The outline of a line for painting it small: a polygon made directly from the samples, with no more corners than an eye can
 * tell apart at that scale. It is some five times cheaper to make than `inkOutline`, and to paint, and lies within half a px
 * of it. Lengths in board units.
 * @param pxPerUnit device px per board unit at the most
 */
function makeCoarse(ink: Ink, nib: Nib, pxPerUnit: number): Path {
  const apart = CORNER_PX / pxPerUnit;
  const count = middleLine(ink, nib, apart);
  const { side, x, y, radius } = room;
  let end: number;
  if (count < 2) {
    const r = Math.max(0.4, (radius[0] as number) * 1.15);
    end = putRound(side, 0, x[0] as number, y[0] as number, r, 0);
    end = putRound(side, end, x[0] as number, y[0] as number, -r, 0);
  } else {
    end = putEnd(side, putSide(side, 0, count, 1, apart), count - 1);
    end = putEnd(side, putSide(side, end, count, -1, apart), 0);
  }
  const data = new Float32Array((end / 2) * 3 + 1);
  for (let i = 0, n = 0; i < end; i += 2) {
    data[n++] = i === 0 ? MOVE : LINE;
    data[n++] = side[i] as number;
    data[n++] = side[i + 1] as number;
  }
  data[data.length - 1] = CLOSE;
  return { data };
}

type Kept = { readonly nib: string; readonly step: number; readonly path: Path };
const kept = new WeakMap<Ink, Kept>();

/** An outline that is up to this many steps finer than needed is used as well, so that small pictures do not drive it out. */
const FINER_STEPS = 3;

/**
 * The coarse outline of a finished stroke at a scale, device px per board unit. The last one is kept as long as its ink lives.
 * Only for lines that `isThin` there.
 */
export function coarseOutline(ink: Ink, nib: Nib, pxPerUnit: number): Path {
  const step = stepOf(pxPerUnit);
  const key = `${nib.widthUnits}/${nib.thinning}/${nib.smoothing}`;
  const before = kept.get(ink);
  if (before && before.nib === key && before.step >= step && before.step <= step + FINER_STEPS) return before.path;
  const path = makeCoarse(ink, nib, 2 ** step);
  kept.set(ink, { nib: key, step, path });
  return path;
}
