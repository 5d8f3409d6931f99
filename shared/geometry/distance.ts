import type { Point } from './box.ts';

/** How long the way `dx`, `dy` is. `Math.hypot` takes ten times as long, which with thousands of strokes is most of the time that a line takes. */
export const lengthOf = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

/** Distance from a point to the straight piece between two others, board units. */
export function distanceToPiece(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x, dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
