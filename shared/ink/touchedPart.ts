import { distanceToPiece } from '../geometry/distance.ts';
import type { Point } from '../geometry/box.ts';
import type { Ink } from './ink.ts';
import { inkRuns, runMeets, RUN_PIECES } from './inkRuns.ts';

/** A straight piece of a line, from a place along a way; half as broad as `radius` at its start, and `widening` more at its end. */
export type LinePiece = { x: number; y: number; alongX: number; alongY: number; radius: number; widening: number };

/** A part of a piece, 0–1 along it; `to` below `from` is none. Used again by whoever asks for many. */
export type Part = { from: number; to: number };

function widen(part: Part, from: number, to: number): void {
  if (from < part.from) part.from = from;
  if (to > part.to) part.to = to;
}

/**
 * Adds the part of a piece whose round nib meets a place: where |q + d·t| ≤ r + w·t, a quadratic whose sign changes from plus to
 * minus at the entry and back at the exit. Both roots are taken in the form that loses no digits (Press et al., Numerical
 * Recipes, 5.6); a piece shorter than it widens has a quadratic that opens downwards, and the same forms hold.
 */
function addRound({ x, y, alongX, alongY, radius, widening }: LinePiece, placeX: number, placeY: number, part: Part): void {
  const qx = x - placeX, qy = y - placeY;
  const a = alongX * alongX + alongY * alongY - widening * widening;
  const b = qx * alongX + qy * alongY - radius * widening;
  const c = qx * qx + qy * qy - radius * radius;
  const atEnd = a + 2 * b + c;
  if (c > 0 && atEnd > 0 && (b >= 0 || a + b <= 0)) return;
  const square = b * b - a * c;
  if (c > 0 && atEnd > 0 && square < 0) return;
  const root = Math.sqrt(Math.max(0, square));
  const entry = c <= 0 ? 0 : b < 0 ? c / (root - b) : (-b - root) / a;
  const exit = atEnd <= 0 ? 1 : b > 0 ? -c / (root + b) : (root - b) / a;
  widen(part, Math.min(1, Math.max(0, entry)), Math.min(1, Math.max(0, exit)));
}

/** Adds the part of a piece that lies beside the straight way from one place to another: four straight borders. */
function addBeside({ x, y, alongX, alongY, radius, widening }: LinePiece, from: Point, wayX: number, wayY: number, part: Part): void {
  const length = Math.sqrt(wayX * wayX + wayY * wayY);
  if (length === 0) return;
  const ux = wayX / length, uy = wayY / length;
  const ahead = (x - from.x) * ux + (y - from.y) * uy, aheadBy = alongX * ux + alongY * uy;
  const aside = (x - from.x) * uy - (y - from.y) * ux, asideBy = alongX * uy - alongY * ux;
  let low = 0, high = 1;
  // Each border is start + by·t ≥ 0.
  for (let border = 0; border < 4; border++) {
    const start = border === 0 ? ahead : border === 1 ? length - ahead : border === 2 ? radius - aside : radius + aside;
    const by = border === 0 ? aheadBy : border === 1 ? -aheadBy : border === 2 ? widening - asideBy : widening + asideBy;
    if (by > 0) low = Math.max(low, -start / by);
    else if (by < 0) high = Math.min(high, -start / by);
    else if (start < 0) return;
  }
  if (low <= high) widen(part, low, high);
}

/**
 * The part of a straight piece of a line that a ring touches on its straight way. The distance to the way is a convex function
 * along the piece and the half width a linear one, so it is one part or none: from the first to the last of what its two round
 * ends and the band between them touch.
 * @param piece its `radius` with that of the ring
 * @param part takes the answer
 */
export function touchedPart(piece: LinePiece, from: Point, to: Point, part: Part): void {
  part.from = Infinity;
  part.to = -Infinity;
  addRound(piece, from.x, from.y, part);
  const wayX = to.x - from.x, wayY = to.y - from.y;
  if (wayX === 0 && wayY === 0) return;
  addRound(piece, to.x, to.y, part);
  addBeside(piece, from, wayX, wayY, part);
}

/** Whether any place of an ink lies within `reach` of a straight way, own coordinates. */
export function inkMeets(ink: Ink, from: Point, to: Point, reach: number): boolean {
  if (ink.count === 1) return distanceToPiece({ x: ink.x[0] as number, y: ink.y[0] as number }, from, to) <= reach;
  const runs = inkRuns(ink);
  const left = Math.min(from.x, to.x) - reach, right = Math.max(from.x, to.x) + reach, top = Math.min(from.y, to.y) - reach, bottom = Math.max(from.y, to.y) + reach;
  const piece: LinePiece = { x: 0, y: 0, alongX: 0, alongY: 0, radius: reach, widening: 0 };
  const part: Part = { from: 0, to: 0 };
  for (let run = 0; run * 4 < runs.length; run++) {
    if (!runMeets(runs, run, left, top, right, bottom)) continue;
    const last = Math.min(ink.count - 1, (run + 1) * RUN_PIECES);
    for (let i = run * RUN_PIECES; i < last; i++) {
      piece.x = ink.x[i] as number;
      piece.y = ink.y[i] as number;
      piece.alongX = (ink.x[i + 1] as number) - piece.x;
      piece.alongY = (ink.y[i + 1] as number) - piece.y;
      touchedPart(piece, from, to, part);
      if (part.from <= part.to) return true;
    }
  }
  return false;
}
