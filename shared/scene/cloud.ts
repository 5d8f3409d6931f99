import { boxAround, type Point, type Size } from '../geometry/box.ts';
import { arc, ovalAt } from './curves.ts';

/** How wide a bow is at the least and at the most, board units: a hand makes more of them around a larger cloud. */
const BOW_UNITS = { least: 34, most: 120 };

/** How uneven the bows are: every cloud of one size has the same ones. */
const SHARES = [1.12, 0.9, 1.06, 0.84, 1.16, 0.94, 1.02, 0.88, 1.1, 0.96];

/** How many bows go around a cloud. */
export function bowCount({ w, h }: Size): number {
  const around = Math.PI * (1.5 * (w + h) / 2 - 0.5 * Math.sqrt(w * h));
  const wide = Math.min(BOW_UNITS.most, Math.max(BOW_UNITS.least, Math.min(w, h) * 0.52));
  return Math.min(22, Math.max(6, Math.round(around / wide)));
}

/** Angles at which the bows meet, in even steps along the way around and not of the angle, so that flat clouds do not bulge at their ends. */
function meetings(size: Size, count: number): readonly number[] {
  const fine = Array.from({ length: 181 }, (_, i) => -2.2 + (i / 180) * 2 * Math.PI);
  const places = fine.map((angle) => ovalAt(size, angle));
  const along = [0];
  places.forEach((p, i) => { if (i > 0) { const q = places[i - 1] as Point; along.push((along[i - 1] as number) + Math.hypot(p.x - q.x, p.y - q.y)); } });
  const total = along[180] as number;
  const shares = Array.from({ length: count }, (_, i) => SHARES[i % SHARES.length] as number);
  const sum = shares.reduce((a, b) => a + b, 0);
  let gone = 0;
  return shares.map((share) => {
    const wanted = (gone / sum) * total;
    gone += share;
    return fine[Math.max(0, along.findIndex((far) => far >= wanted))] as number;
  });
}

/** Points on one bow. */
const BOW_STEPS = 10;

/** One bow from a meeting to the next, bulging outwards; flatter below, where a cloud rests. */
function bow(from: Point, to: Point, middle: Point): Point[] {
  const dx = to.x - from.x, dy = to.y - from.y;
  const chord = Math.hypot(dx, dy) || 1;
  const cx = (from.x + to.x) / 2, cy = (from.y + to.y) / 2;
  // Going around clockwise, outside is at the left hand.
  const out = { x: dy / chord, y: -dx / chord };
  const height = chord * (cy > middle.y && out.y > 0.6 ? 0.3 : 0.46);
  return Array.from({ length: BOW_STEPS + 1 }, (_, i): Point => {
    const angle = (Math.PI * i) / BOW_STEPS;
    const along = -Math.cos(angle) / 2, up = Math.sin(angle) * height;
    return { x: cx + dx * along + out.x * up, y: cy + dy * along + out.y * up };
  });
}

/** A cloud that fills its box: uneven bows around an oval, as many as its size asks for. */
export function cloud(size: Size): Point[] {
  const angles = meetings(size, bowCount(size));
  const corners = angles.map((angle) => ovalAt(size, angle));
  const middle = { x: size.w / 2, y: size.h / 2 };
  const points = corners.flatMap((from, i) => bow(from, corners[(i + 1) % corners.length] as Point, middle));
  const around = boxAround(points);
  return points.map(({ x, y }) => ({ x: ((x - around.x) / around.w) * size.w, y: ((y - around.y) / around.h) * size.h }));
}

/** A cloud lower than this is drawn without curls. */
const CURLED_UNITS = 110;

/** One or two short curls inside the bows at the upper left and lower right, as a hand gives a cloud its volume. */
export function cloudCurls(size: Size): readonly (readonly Point[])[] {
  const { w, h } = size;
  if (Math.min(w, h) < CURLED_UNITS) return [];
  const r = Math.min(30, Math.min(w, h) * 0.11);
  const curl = (cx: number, cy: number, from: number, to: number): Point[] => arc(cx, cy, r, r * 0.9, from, to, 8);
  return [curl(w * 0.16 + r * 0.2, h * 0.3, -2.6, -1.2), curl(w * 0.86 - r * 0.2, h * 0.7, 0.5, 1.9)];
}
