import simplify from 'simplify-js';
import { LINE, MOVE, QUAD, CLOSE, type Path } from '../geometry/path.ts';

/** A corner of a polygon, board units. */
export type Corner = readonly [number, number];

type Kept = { readonly x: number; readonly y: number; readonly i: number };

/** Where the rounding of a corner begins on one of its edges. */
type Edge = { readonly ux: number; readonly uy: number; readonly half: number; readonly rawHalf: number };

function edgeTo(from: Kept, to: Kept, raw: Corner): Edge {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const rawHalf = Math.hypot(raw[0] - from.x, raw[1] - from.y) / 2;
  if (length === 0) return { ux: 0, uy: 0, half: 0, rawHalf: 0 };
  return { ux: (to.x - from.x) / length, uy: (to.y - from.y) / length, half: length / 2, rawHalf: Math.min(rawHalf, length / 2) };
}

/**
 * A closed, rounded path through the polygon of a pen stroke with its needless points left out (Douglas–Peucker,
 * simplify-js). Corners are rounded as `smoothPolygon` rounds the whole polygon: an edge that became long because points
 * on it were left out must not make its corners rounder, or every sharp turn fills with ink.
 * @param tolerance how far the path may lie beside the whole polygon, board units
 */
export function reducedOutline(corners: readonly Corner[], tolerance: number): Path {
  const points = corners.map(([x, y], i): Kept => ({ x, y, i }));
  // It gives back the very points that were put in.
  const kept: ReadonlySet<Readonly<{ x: number; y: number }>> = new Set(simplify(points as { x: number; y: number }[], tolerance, true));
  const ring = kept.size < 3 ? points : points.filter((point) => kept.has(point));
  const count = ring.length;
  if (count < 3) return { data: [] };
  const data: number[] = [];
  ring.forEach((corner, n) => {
    const before = edgeTo(corner, ring[(n + count - 1) % count] as Kept, corners[(corner.i + corners.length - 1) % corners.length] as Corner);
    const after = edgeTo(corner, ring[(n + 1) % count] as Kept, corners[(corner.i + 1) % corners.length] as Corner);
    // A quadratic curve leaves its corner by a quarter of the sum of both arms.
    const turn = Math.hypot(before.ux + after.ux, before.uy + after.uy);
    const reach = turn < 1e-9 ? Infinity : (4 * tolerance) / turn;
    const start = Math.max(before.rawHalf, Math.min(before.half, reach));
    const end = Math.max(after.rawHalf, Math.min(after.half, reach));
    const sx = corner.x + before.ux * start, sy = corner.y + before.uy * start;
    if (n === 0) data.push(MOVE, sx, sy);
    else if (Math.hypot(sx - (data[data.length - 2] as number), sy - (data[data.length - 1] as number)) > 1e-4) data.push(LINE, sx, sy);
    data.push(QUAD, corner.x, corner.y, corner.x + after.ux * end, corner.y + after.uy * end);
  });
  data.push(CLOSE);
  return { data: Float32Array.from(data) };
}
