import { lengthOf } from '../geometry/distance.ts';
import { CLOSE, LINE, MOVE, type Path } from '../geometry/path.ts';
import type { Ink } from './ink.ts';
import { middleLine, type MiddleLine } from './middleLine.ts';
import type { Nib } from './outline.ts';

/** A line no wider than this on the screen may be painted with its coarse outline, px. */
const WIDEST_PX = 8;
/** How far the corners of a coarse outline lie apart at least, px: nearer ones make no difference to an eye. */
const CORNER_PX = 0.7;
/** Corners of half a round end or of a sharp turn. */
const ROUND_CORNERS = 5;

/** Scales lie in steps of two, so that zooming a little does not need new outlines. */
const stepOf = (pxPerUnit: number): number => Math.ceil(Math.log2(pxPerUnit));

/** Whether a line is so thin at a scale (device px per board unit) that its coarse outline looks the same. */
export function isThin(widthUnits: number, pxPerUnit: number): boolean {
  return widthUnits * 2 ** stepOf(pxPerUnit) <= WIDEST_PX;
}

/** Room for both sides of the longest stroke so far; outlines are made one after another. */
let side = new Float64Array(2048);

function sideFor(samples: number): Float64Array {
  const most = 4 * (samples + 2) * (ROUND_CORNERS + 2);
  if (side.length < most) side = new Float64Array(2 * most);
  return side;
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
function putSide(to: Float64Array, at: number, { count, x, y, radius }: MiddleLine, step: 1 | -1, apart: number): number {
  let end = at;
  let lastX = Infinity, lastY = Infinity;
  const first = step === 1 ? 0 : count - 1;
  for (let n = 0; n < count; n++) {
    const i = first + step * n;
    const before = n === 0 ? i : i - step, after = n === count - 1 ? i : i + step;
    const ax = (x[i] as number) - (x[before] as number), ay = (y[i] as number) - (y[before] as number);
    const bx = (x[after] as number) - (x[i] as number), by = (y[after] as number) - (y[i] as number);
    const al = lengthOf(ax, ay) || 1, bl = lengthOf(bx, by) || 1;
    const r = radius[i] as number;
    if (n > 0 && n < count - 1 && ax * bx + ay * by < 0) {
      // A turn sharper than a right angle is round on its outside.
      end = putRound(to, end, x[i] as number, y[i] as number, (ay / al) * r, (-ax / al) * r);
      lastX = lastY = Infinity;
      continue;
    }
    let dx = ax / al + bx / bl, dy = ay / al + by / bl;
    const dl = lengthOf(dx, dy) || 1;
    dx /= dl; dy /= dl;
    const cx = (x[i] as number) + dy * r, cy = (y[i] as number) - dx * r;
    if (n > 0 && n < count - 1 && lengthOf(cx - lastX, cy - lastY) < apart) continue;
    to[end++] = lastX = cx;
    to[end++] = lastY = cy;
  }
  return end;
}

/** Turns the last corner of a side into a round end around a point of the line. */
function putEnd(to: Float64Array, at: number, line: MiddleLine, point: number): number {
  const cx = line.x[point] as number, cy = line.y[point] as number;
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
  const line = middleLine(ink, nib, apart), { count, x, y, radius } = line;
  const to = sideFor(count);
  let end: number;
  if (count < 2) {
    const r = radius[0] as number;
    end = putRound(to, 0, x[0] as number, y[0] as number, r, 0);
    end = putRound(to, end, x[0] as number, y[0] as number, -r, 0);
  } else {
    end = putEnd(to, putSide(to, 0, line, 1, apart), line, count - 1);
    end = putEnd(to, putSide(to, end, line, -1, apart), line, 0);
  }
  const data = new Float32Array((end / 2) * 3 + 1);
  for (let i = 0, n = 0; i < end; i += 2) {
    data[n++] = i === 0 ? MOVE : LINE;
    data[n++] = to[i] as number;
    data[n++] = to[i + 1] as number;
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
