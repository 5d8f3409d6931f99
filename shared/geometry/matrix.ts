import type { Box, Point } from './box.ts';

/**
 * An affine transform [a, b, c, d, e, f] as in SVG and canvas:
 * x' = a·x + c·y + e, y' = b·x + d·y + f, lengths in board units.
 */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that leaves everything where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A matrix that moves by x and y. */
export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** A matrix that scales by `sx`, `sy` about a fixed point. */
export function scaling(sx: number, sy: number, about: Point = { x: 0, y: 0 }): Matrix {
  return [sx, 0, 0, sy, about.x - sx * about.x, about.y - sy * about.y];
}

/** A matrix that turns clockwise (y points down) by an angle in radians about a fixed point. */
export function rotation(radians: number, about: Point = { x: 0, y: 0 }): Matrix {
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [cos, sin, -sin, cos, about.x - cos * about.x + sin * about.y, about.y - sin * about.x - cos * about.y];
}

/** The matrix that first does `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/**
 * The matrix that undoes another.
 * @throws when the matrix flattens the plane (determinant 0).
 */
export function inverseOf(matrix: Matrix): Matrix {
  const [a, b, c, d, e, f] = matrix;
  const det = a * d - b * c;
  if (Math.abs(det) < 1e-12) throw new Error('A flattening transform cannot be undone');
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** Where a matrix takes a point. */
export function transformPoint(matrix: Matrix, point: Point): Point {
  const [a, b, c, d, e, f] = matrix;
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f };
}

/** The upright box around a transformed box; thousands of them are asked for at once, so no corner is made for it. */
export function transformBox([a, b, c, d, e, f]: Matrix, { x, y, w, h }: Box): Box {
  const xAlong = a * x, xAlongEnd = a * (x + w), xAcross = c * y, xAcrossEnd = c * (y + h);
  const yAlong = b * x, yAlongEnd = b * (x + w), yAcross = d * y, yAcrossEnd = d * (y + h);
  const left = Math.min(xAlong, xAlongEnd) + Math.min(xAcross, xAcrossEnd) + e, top = Math.min(yAlong, yAlongEnd) + Math.min(yAcross, yAcrossEnd) + f;
  return {
    x: left, y: top,
    w: Math.max(xAlong, xAlongEnd) + Math.max(xAcross, xAcrossEnd) + e - left, h: Math.max(yAlong, yAlongEnd) + Math.max(yAcross, yAcrossEnd) + f - top,
  };
}

/** How a matrix stretches the two axes, and by how much it turns (radians, clockwise). */
export function decompose(matrix: Matrix): { readonly sx: number; readonly sy: number; readonly radians: number } {
  const [a, b, c, d] = matrix;
  const sx = Math.hypot(a, b);
  const det = a * d - b * c;
  return { sx, sy: sx === 0 ? Math.hypot(c, d) : det / sx, radians: Math.atan2(b, a) };
}

/** The factor by which lengths grow on average (square root of the area factor). */
export function meanScale(matrix: Matrix): number {
  const [a, b, c, d] = matrix;
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Rounds a matrix to a fixed grid (1e-6), so that the same moves give the same bytes on every machine. */
export function tidy(matrix: Matrix): Matrix {
  const round = (n: number): number => Math.round(n * 1e6) / 1e6 + 0;
  return [round(matrix[0]), round(matrix[1]), round(matrix[2]), round(matrix[3]), round(matrix[4]), round(matrix[5])];
}
