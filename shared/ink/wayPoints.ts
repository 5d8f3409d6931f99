import type { Point } from '../geometry/box.ts';

/** The length of a line through points. */
export function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += Math.hypot((points[i] as Point).x - (points[i - 1] as Point).x, (points[i] as Point).y - (points[i - 1] as Point).y);
  return length;
}

/** `count` points at even distances along a line, its ends among them. */
export function evenly(points: readonly Point[], count: number): readonly Point[] {
  const first = points[0];
  if (!first) return [];
  const step = lengthOf(points) / (count - 1);
  if (step === 0) return [first, first];
  const even: Point[] = [first];
  let gone = 0;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Point, b = points[i] as Point;
    const piece = Math.hypot(b.x - a.x, b.y - a.y);
    while (even.length < count - 1 && gone + piece >= even.length * step) {
      const share = (even.length * step - gone) / piece;
      even.push({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
    }
    gone += piece;
  }
  even.push(points[points.length - 1] as Point);
  return even;
}

/** The convex hull of points, counter-clockwise with y upwards (Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && turn(chain[chain.length - 2] as Point, chain[chain.length - 1] as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

/** Twice the signed area of the triangle of three points. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** How far a point lies from a straight piece. */
export function fromPiece(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x, dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** The mean distance of points from a line through others. */
export function meanDistance(points: readonly Point[], line: readonly Point[]): number {
  let sum = 0;
  for (const point of points) {
    let nearest = Infinity;
    for (let i = 1; i < line.length; i++) nearest = Math.min(nearest, fromPiece(point, line[i - 1] as Point, line[i] as Point));
    sum += nearest;
  }
  return sum / points.length;
}
