import type { Point, Size } from '../geometry/box.ts';
import { bowTo, oval, ovalAt, QUARTER } from './curves.ts';

/** Where the tail of a bubble points when nobody has pulled it: below its box, at the left. */
export function usualTail({ w, h }: Size): Point {
  return { x: w * 0.16, y: h * 1.25 };
}

/** Whether a point lies in the oval of a bubble: there a tail has nothing to point at. */
function inOval({ w, h }: Size, { x, y }: Point): boolean {
  const dx = Math.abs(x - w / 2) / (w / 2), dy = Math.abs(y - h / 2) / (h / 2);
  return dx ** 2.4 + dy ** 2.4 <= 1.02;
}

/** The angle at which the oval's edge lies towards a point. */
const angleTo = ({ w, h }: Size, { x, y }: Point): number => Math.atan2((y - h / 2) / h, (x - w / 2) / w);

/** The angle that lies a way along the oval's edge from another angle. */
function alongFrom(size: Size, angle: number, way: number): number {
  const step = Math.sign(way) * 0.01;
  let left = Math.abs(way), at = angle, last = ovalAt(size, at);
  while (left > 0 && Math.abs(at - angle) < QUARTER) {
    at += step;
    const next = ovalAt(size, at);
    left -= Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
  }
  return at;
}

/** A speech bubble: an oval that fills its box, drawn in one go with its tail. A tail that points into it is left out. */
export function bubble(size: Size, tail: Point): Point[] {
  if (inOval(size, tail)) return oval(size, -QUARTER * 0.6, QUARTER * 3.4).slice(0, -1);
  const half = Math.max(6, Math.min(19, Math.min(size.w, size.h) * 0.12));
  const pointed = angleTo(size, tail);
  // The tail grows out of the oval nearer to its lowest or highest part than it points, so that it leans as a hand draws it.
  const root = alongFrom(size, pointed, Math.sign(Math.cos(pointed) * Math.sin(pointed) || 1) * half * 0.9);
  const from = alongFrom(size, root, half), to = alongFrom(size, root, -half);
  const first = ovalAt(size, from), last = ovalAt(size, to);
  const body = oval(size, from, to + 4 * QUARTER);
  const side = Math.cos(pointed) < 0 ? 1 : -1;
  const bend = { x: (tail.y - (first.y + last.y) / 2) * 0.13 * side, y: -(tail.x - (first.x + last.x) / 2) * 0.13 * side };
  const control = ({ x, y }: Point): Point => ({ x: (x + tail.x) / 2 + bend.x, y: (y + tail.y) / 2 + bend.y });
  return [...body, ...bowTo(last, control(last), tail, 8), ...bowTo(tail, control(first), first, 8).slice(0, -1)];
}

/** A little bubble of a thought: its middle and half its width and height. */
export type Drop = { readonly at: Point; readonly rx: number; readonly ry: number };

/** The little bubbles from a thought to the one who thinks it, large to small; two when the way is short, none inside. */
export function thoughtDrops(size: Size, tail: Point): readonly Drop[] {
  if (inOval(size, tail)) return [];
  const edge = ovalAt(size, angleTo(size, tail));
  const far = Math.hypot(tail.x - edge.x, tail.y - edge.y);
  const largest = Math.min(far * 0.26, Math.max(7, Math.min(22, Math.min(size.w, size.h) * 0.11)));
  const shares = far < largest * 4.2 ? [0.42, 0.92] : [0.3, 0.66, 0.95];
  return shares.map((share, i) => {
    const r = largest * (1 - 0.3 * i);
    return { at: { x: edge.x + (tail.x - edge.x) * share, y: edge.y + (tail.y - edge.y) * share }, rx: r * 1.14, ry: r * 0.9 };
  });
}
