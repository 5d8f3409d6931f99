import type { Box, Point } from './box.ts';
import type { Matrix } from './matrix.ts';

/**
 * A path as plain numbers that every surface can walk: each segment is its kind followed by its coordinates.
 * 0 x y = move, 1 x y = line, 2 cx cy x y = quadratic, 3 c1x c1y c2x c2y x y = cubic, 4 = close.
 */
export type Path = { readonly data: Float32Array | readonly number[] };

export const MOVE = 0;
export const LINE = 1;
export const QUAD = 2;
export const CUBIC = 3;
export const CLOSE = 4;

/** What walks a path; canvas contexts, PDF documents and SVG strings are all written as one of these. */
export type PathWalker = {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  closePath(): void;
};

/**
 * Walks a path segment by segment.
 * @throws when the numbers are not a path (an unknown kind).
 */
export function walkPath(path: Path, to: PathWalker): void {
  const data = path.data;
  const at = (i: number): number => data[i] as number;
  let i = 0;
  while (i < data.length) {
    switch (data[i]) {
      case MOVE: to.moveTo(at(i + 1), at(i + 2)); i += 3; break;
      case LINE: to.lineTo(at(i + 1), at(i + 2)); i += 3; break;
      case QUAD: to.quadraticCurveTo(at(i + 1), at(i + 2), at(i + 3), at(i + 4)); i += 5; break;
      case CUBIC: to.bezierCurveTo(at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5), at(i + 6)); i += 7; break;
      case CLOSE: to.closePath(); i += 1; break;
      default: throw new Error(`Not a path segment: ${data[i]}`);
    }
  }
}

const COORDINATES = [2, 2, 4, 6, 0] as const;

/** The box around all points of a path, control points included (so at least as large as what is painted). */
export function pathBounds(path: Path): Box {
  const data = path.data;
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  let i = 0;
  while (i < data.length) {
    const end = i + 1 + (COORDINATES[data[i] as number] ?? 0);
    for (let k = i + 1; k < end; k += 2) {
      const x = data[k] as number, y = data[k + 1] as number;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    i = end;
  }
  return left === Infinity ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The path moved, scaled and turned. */
export function transformPath(matrix: Matrix, path: Path): Path {
  const [a, b, c, d, e, f] = matrix;
  const data = path.data;
  const out = new Float32Array(data.length);
  let i = 0;
  while (i < data.length) {
    const kind = data[i] as number;
    out[i] = kind;
    const end = i + 1 + (COORDINATES[kind] ?? 0);
    for (let k = i + 1; k < end; k += 2) {
      const x = data[k] as number, y = data[k + 1] as number;
      out[k] = a * x + c * y + e;
      out[k + 1] = b * x + d * y + f;
    }
    i = end;
  }
  return { data: out };
}

/** A closed path through straight lines. */
export function polygon(points: readonly Point[]): Path {
  const data: number[] = [];
  points.forEach(({ x, y }, i) => data.push(i === 0 ? MOVE : LINE, x, y));
  if (points.length > 0) data.push(CLOSE);
  return { data };
}

/**
 * A closed, rounded path: the points are the control points of quadratic curves that meet in the middles,
 * the usual way to draw the polygon of a pen stroke smoothly.
 */
export function smoothPolygon(points: readonly (readonly [number, number])[]): Path {
  const count = points.length;
  if (count < 3) return { data: [] };
  const data = new Float32Array(3 + count * 5 + 1);
  const [lastX, lastY] = points[count - 1] as readonly [number, number];
  const [firstX, firstY] = points[0] as readonly [number, number];
  data.set([MOVE, (lastX + firstX) / 2, (lastY + firstY) / 2]);
  for (let i = 0; i < count; i++) {
    const [x, y] = points[i] as readonly [number, number];
    const [nextX, nextY] = points[(i + 1) % count] as readonly [number, number];
    data.set([QUAD, x, y, (x + nextX) / 2, (y + nextY) / 2], 3 + i * 5);
  }
  data[3 + count * 5] = CLOSE;
  return { data };
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** The path as the `d` of an SVG path, rounded to 0.01. */
export function pathToSvg(path: Path): string {
  let d = '';
  walkPath(path, {
    moveTo: (x, y) => { d += `M${round(x)} ${round(y)}`; },
    lineTo: (x, y) => { d += `L${round(x)} ${round(y)}`; },
    quadraticCurveTo: (cx, cy, x, y) => { d += `Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`; },
    bezierCurveTo: (ax, ay, bx, by, x, y) => {
      d += `C${round(ax)} ${round(ay)} ${round(bx)} ${round(by)} ${round(x)} ${round(y)}`;
    },
    closePath: () => { d += 'Z'; },
  });
  return d;
}

const KINDS: Readonly<Record<string, readonly [number, number]>> = {
  M: [MOVE, 2], L: [LINE, 2], Q: [QUAD, 4], C: [CUBIC, 6], Z: [CLOSE, 0],
};

/**
 * Reads the `d` of an SVG path that uses absolute M L Q C Z only (the form in which drawings are kept).
 * @throws with the place of the first letter or number that does not fit.
 */
export function pathFromSvg(d: string): Path {
  const data: number[] = [];
  for (const [, letter, rest] of d.matchAll(/([A-DF-Za-df-z])([^A-DF-Za-df-z]*)/g)) {
    const kind = KINDS[(letter ?? '').toUpperCase()];
    if (!kind || (letter !== 'z' && letter !== (letter ?? '').toUpperCase())) throw new Error(`Path command ${letter} in ${d.slice(0, 40)}`);
    const numbers = (rest ?? '').match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? [];
    const [code, size] = kind;
    if (size === 0) { data.push(code); continue; }
    if (numbers.length === 0 || numbers.length % size !== 0) throw new Error(`Path command ${letter} with ${numbers.length} numbers in ${d.slice(0, 40)}`);
    for (let i = 0; i < numbers.length; i += size) data.push(code === MOVE && i > 0 ? LINE : code, ...numbers.slice(i, i + size));
  }
  return { data };
}
