import type { Point } from '../geometry/box.ts';
import type { RoughForm } from './roughForm.ts';
import { lengthOf } from './wayPoints.ts';

/** A turn sharper than this is the tip: cosine between the ways before and after it. */
const TIP_COSINE = -0.1;
/** Points on either side over which a turn is judged. */
const REACH = 3;
/** What may be bent and still is a shaft: the ends' distance as a share of the length. */
const LEAST_CHORD = 0.82;
/** Below this a bend is a hand that trembles. */
const LEAST_BEND = 0.08;

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
const sizeOf = ({ x, y }: Point): number => Math.hypot(x, y);

/** The first sharp turn that is not at the very start: where the shaft ends. */
function tipOf(way: readonly Point[]): number | null {
  const cosineAt = (i: number): number => {
    const before = minus(way[i] as Point, way[i - REACH] as Point), after = minus(way[i + REACH] as Point, way[i] as Point);
    return dot(before, after) / ((sizeOf(before) * sizeOf(after)) || 1);
  };
  for (let i = REACH; i < way.length - REACH; i++) {
    if (cosineAt(i) > TIP_COSINE) continue;
    let sharpest = i;
    for (let k = i + 1; k <= Math.min(i + REACH, way.length - REACH - 1); k++) if (cosineAt(k) < cosineAt(sharpest)) sharpest = k;
    return sharpest;
  }
  return null;
}

/** How far a shaft bows sideways, as a share of its length; nothing when it is nearly straight. */
function bendOf(shaft: readonly Point[], along: Point, length: number): number {
  const from = shaft[0] as Point;
  let most = 0;
  for (const point of shaft) {
    const aside = cross(along, minus(point, from));
    if (Math.abs(aside) > Math.abs(most)) most = aside;
  }
  // The control point of the curve lies twice as far aside as its middle.
  const bend = (2 * most) / length;
  return Math.abs(bend) < LEAST_BEND ? 0 : Math.max(-0.9, Math.min(0.9, bend));
}

/**
 * An arrow in one stroke: a straight or bowed shaft, a sharp turn back, and a head that goes out on both sides of the
 * shaft and stays near the tip.
 * @param way points at even distances
 */
export function roughArrow(way: readonly Point[]): Extract<RoughForm, { kind: 'arrow' }> | null {
  const tipAt = tipOf(way);
  if (tipAt === null) return null;
  const shaft = way.slice(0, tipAt + 1), head = way.slice(tipAt + 1);
  const from = shaft[0] as Point, tip = shaft[tipAt] as Point;
  const length = sizeOf(minus(tip, from));
  const shaftLength = lengthOf(shaft), headLength = lengthOf([tip, ...head]);
  if (length < shaftLength * LEAST_CHORD || headLength < shaftLength * 0.12 || headLength > shaftLength * 1.5) return null;
  const near = shaft[Math.max(0, Math.floor(tipAt * 0.75))] as Point;
  const pointing = minus(tip, near);
  const direction = { x: pointing.x / (sizeOf(pointing) || 1), y: pointing.y / (sizeOf(pointing) || 1) };
  let reach = 0, right = 0, left = 0, beyond = 0;
  for (const point of head) {
    const out = minus(point, tip);
    const aside = cross(direction, out);
    reach = Math.max(reach, sizeOf(out));
    right = Math.max(right, aside);
    left = Math.max(left, -aside);
    beyond = Math.max(beyond, dot(direction, out));
  }
  if (reach > length * 0.6 || beyond > reach * 0.35 || right < reach * 0.25 || left < reach * 0.25) return null;
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  return { kind: 'arrow', from, to: tip, bend: bendOf(shaft, along, length) };
}
