import { CLOSE, LINE, MOVE, QUAD, type Path } from '../geometry/path.ts';

/** A corner of a polygon, board units. */
export type Corner = readonly [number, number];

/** Two corners that are nearer to each other than this are one, board units. */
const SAME_UNITS = 1e-6;
/** Most curves that become one. */
const MOST = 32;
/** Cosine of the angle by which one curve turns at most: a quadratic curve is no quarter of a circle. */
const LEAST_COSINE = 0.1;
/** Cosine of the angle by which the ends of a straight piece differ in direction at most. */
const STRAIGHT_COSINE = 0.9;

/**
 * A polygon as the row of quadratic curves that `smoothPolygon` draws through it. Curve k leaves joint k, bends towards
 * corner k and ends in joint k + 1. Eight numbers for each k: the joint, the direction there, the corner and the
 * middle of the curve; a last joint, which is the first again, closes the row.
 */
type Curves = { readonly count: number; readonly at: Float64Array };

const STRIDE = 8;
/** Offsets of the numbers of a curve. */
const JOINT = 0, AIM = 2, CORNER = 4, MIDDLE = 6;

let room = new Float64Array(STRIDE * 257);
let written = new Float32Array(5 * 257);

/** The curves of a polygon without corners that lie on each other. They stay valid until the next call. */
function curvesOf(corners: readonly Corner[]): Curves {
  if (room.length < STRIDE * (corners.length + 1)) room = new Float64Array(STRIDE * (corners.length * 2 + 1));
  const at = room;
  let count = 0;
  for (const [x, y] of corners) {
    const last = (count - 1) * STRIDE + CORNER;
    if (count > 0 && Math.abs(x - (at[last] as number)) < SAME_UNITS && Math.abs(y - (at[last + 1] as number)) < SAME_UNITS) continue;
    at[count * STRIDE + CORNER] = x;
    at[count * STRIDE + CORNER + 1] = y;
    count++;
  }
  const end = (count - 1) * STRIDE + CORNER;
  if (count > 1 && Math.abs((at[end] as number) - (at[CORNER] as number)) < SAME_UNITS && Math.abs((at[end + 1] as number) - (at[CORNER + 1] as number)) < SAME_UNITS) count--;
  if (count < 3) return { count: 0, at };
  joinCurves(at, count);
  return { count, at };
}

function joinCurves(at: Float64Array, count: number): void {
  let x = at[(count - 1) * STRIDE + CORNER] as number, y = at[(count - 1) * STRIDE + CORNER + 1] as number;
  for (let k = 0; k < count; k++) {
    const i = k * STRIDE;
    const toX = at[i + CORNER] as number, toY = at[i + CORNER + 1] as number;
    // Many times faster than `Math.hypot`, whose care for huge numbers is not needed here.
    const length = Math.sqrt((toX - x) ** 2 + (toY - y) ** 2);
    at[i + JOINT] = (x + toX) / 2;
    at[i + JOINT + 1] = (y + toY) / 2;
    at[i + AIM] = (toX - x) / length;
    at[i + AIM + 1] = (toY - y) / length;
    x = toX;
    y = toY;
  }
  at.copyWithin(count * STRIDE, 0, JOINT + 4);
  for (let i = 0; i < count * STRIDE; i += STRIDE) {
    at[i + MIDDLE] = ((at[i + JOINT] as number) + 2 * (at[i + CORNER] as number) + (at[i + STRIDE + JOINT] as number)) / 4;
    at[i + MIDDLE + 1] = ((at[i + JOINT + 1] as number) + 2 * (at[i + CORNER + 1] as number) + (at[i + STRIDE + JOINT + 1] as number)) / 4;
  }
}

/** Whether everything between two joints lies along the line between them. */
function isStraight(at: Float64Array, from: number, to: number, tolerance: number): boolean {
  const x = at[from] as number, y = at[from + 1] as number;
  const dx = (at[to] as number) - x, dy = (at[to + 1] as number) - y;
  const allowed = tolerance * Math.sqrt(dx * dx + dy * dy);
  let along = 0;
  for (let i = from; i < to; i += STRIDE) {
    const mx = (at[i + MIDDLE] as number) - x, my = (at[i + MIDDLE + 1] as number) - y;
    const jx = (at[i + STRIDE] as number) - x, jy = (at[i + STRIDE + 1] as number) - y;
    if (Math.abs(mx * dy - my * dx) > allowed || Math.abs(jx * dy - jy * dx) > allowed) return false;
    const here = mx * dx + my * dy, next = jx * dx + jy * dy;
    if (here < along || next < here) return false;
    along = next;
  }
  return true;
}

/**
 * Whether all curves between two joints lie beside the one that leaves the first joint and enters the second in their
 * directions and bends towards (cx, cy). With the weights of a place in the triangle of joint, corner and joint the
 * curve is where b² = 4ac, and the distance is that difference over its slope, near enough to the curve.
 */
function liesAlong(at: Float64Array, from: number, to: number, cx: number, cy: number, tolerance: number): boolean {
  const ax = (at[from] as number) - cx, ay = (at[from + 1] as number) - cy;
  const bx = (at[to] as number) - cx, by = (at[to + 1] as number) - cy;
  const area = ax * by - bx * ay;
  if (Math.abs(area) < 1e-12) return false;
  const fx = by / area, fy = -bx / area, lx = -ay / area, ly = ax / area;
  const allowed = tolerance * tolerance;
  /** How far before or behind the curve a place may lie, as a share of the arms. */
  const beyond = -tolerance / (Math.sqrt(ax * ax + ay * ay) + Math.sqrt(bx * bx + by * by));
  const last = to - STRIDE + MIDDLE;
  for (let i = from + MIDDLE; i <= last; i += i % STRIDE === MIDDLE ? STRIDE - MIDDLE : MIDDLE) {
    const x = (at[i] as number) - cx, y = (at[i + 1] as number) - cy;
    const first = fx * x + fy * y, second = lx * x + ly * y, corner = 1 - first - second;
    if (first < beyond || second < beyond) return false;
    const off = corner * corner - 4 * first * second;
    const slopeX = -2 * corner * (fx + lx) - 4 * (fx * second + first * lx);
    const slopeY = -2 * corner * (fy + ly) - 4 * (fy * second + first * ly);
    if (off * off > allowed * (slopeX * slopeX + slopeY * slopeY)) return false;
  }
  return true;
}

const STRAIGHT = 'straight';

/** The corner of the one curve that replaces all between two joints, `STRAIGHT` for a line, or null when none does. */
function oneFor(at: Float64Array, from: number, to: number, tolerance: number): readonly [number, number] | typeof STRAIGHT | null {
  const ux = at[from + AIM] as number, uy = at[from + AIM + 1] as number;
  const vx = at[to + AIM] as number, vy = at[to + AIM + 1] as number;
  const cosine = ux * vx + uy * vy;
  if (cosine < LEAST_COSINE) return null;
  const x = at[from] as number, y = at[from + 1] as number;
  const dx = (at[to] as number) - x, dy = (at[to + 1] as number) - y;
  const sine = ux * vy - uy * vx;
  const out = (dx * vy - dy * vx) / sine, back = (ux * dy - uy * dx) / sine;
  if (Math.abs(sine) > 1e-4 && out > 0 && back > 0) {
    const cx = x + out * ux, cy = y + out * uy;
    return liesAlong(at, from, to, cx, cy, tolerance) ? [cx, cy] : null;
  }
  return cosine > STRAIGHT_COSINE && isStraight(at, from, to, tolerance) ? STRAIGHT : null;
}

/**
 * The polygon of a pen stroke as a closed path of as few curves as follow it: the rounded line that `smoothPolygon`
 * draws through all its corners, of which as many curves become one as that one lies beside. It goes on in the
 * direction in which they came, so that round lines stay round; sharp turns stay as they are.
 * @param tolerance how far the path may lie beside the whole one, board units
 */
export function reducedOutline(corners: readonly Corner[], tolerance: number): Path {
  const { count, at } = curvesOf(corners);
  if (count === 0) return { data: [] };
  if (written.length < 5 * count + 4) written = new Float32Array(5 * count * 2 + 4);
  const data = written;
  data[0] = MOVE;
  data[1] = at[0] as number;
  data[2] = at[1] as number;
  let end = 3;
  for (let from = 0; from < count * STRIDE;) {
    let to = from + STRIDE;
    let best: ReturnType<typeof oneFor> = null;
    const farthest = Math.min(from + MOST * STRIDE, count * STRIDE);
    while (to < farthest) {
      const next = oneFor(at, from, to + STRIDE, tolerance);
      if (next === null) break;
      best = next;
      to += STRIDE;
    }
    data[end++] = best === STRAIGHT ? LINE : QUAD;
    if (best !== STRAIGHT) {
      data[end++] = best === null ? at[from + CORNER] as number : best[0];
      data[end++] = best === null ? at[from + CORNER + 1] as number : best[1];
    }
    data[end++] = at[to] as number;
    data[end++] = at[to + 1] as number;
    from = to;
  }
  data[end++] = CLOSE;
  return { data: data.slice(0, end) };
}
