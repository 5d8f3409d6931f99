import type { Point, Size } from '../geometry/box.ts';

export const QUARTER = Math.PI / 2;

/** Points along a quarter or whole ellipse, from one angle to another (radians, clockwise from the right). */
export function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return { x: cx + Math.cos(angle) * rx, y: cy + Math.sin(angle) * ry };
  });
}

/** Points along a quadratic bow from one point to another, the first left out. */
export function bowTo(from: Point, control: Point, to: Point, steps: number): Point[] {
  return Array.from({ length: steps }, (_, i) => {
    const t = (i + 1) / steps, u = 1 - t;
    return { x: u * u * from.x + 2 * u * t * control.x + t * t * to.x, y: u * u * from.y + 2 * u * t * control.y + t * t * to.y };
  });
}

/** The point in a direction of an oval that is fuller than an ellipse, as a hand draws around words (superellipse of power 2.4). */
export function ovalAt({ w, h }: Size, angle: number): Point {
  const power = 2 / 2.4;
  const cos = Math.cos(angle), sin = Math.sin(angle);
  return { x: w / 2 + Math.sign(cos) * Math.abs(cos) ** power * (w / 2), y: h / 2 + Math.sign(sin) * Math.abs(sin) ** power * (h / 2) };
}

/** Points along such an oval between two angles; more on a longer way. */
export function oval(size: Size, from: number, to: number): Point[] {
  const steps = Math.max(24, Math.round(((size.w + size.h) * Math.abs(to - from)) / 36));
  return Array.from({ length: steps + 1 }, (_, i) => ovalAt(size, from + ((to - from) * i) / steps));
}
