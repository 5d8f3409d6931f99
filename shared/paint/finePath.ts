import { CLOSE, CUBIC, LINE, MOVE, QUAD, type Path } from '../geometry/path.ts';
import type { Matrix } from '../geometry/matrix.ts';

/** A path that is this many steps wide and high is written in whole steps; a smaller one in tenths or hundredths. */
const ENOUGH_STEPS = 100;

const LETTERS = ['', 'l', 'q', 'c', 'z'] as const;
const POINTS = [1, 1, 2, 3, 0] as const;

/** Whether every point of a path lies in a box of that many steps: then a step is coarse for it. */
function isWithin(data: Path['data'], matrix: Matrix, steps: number): boolean {
  const [a, b, c, d] = matrix;
  const x0 = data[1] as number, y0 = data[2] as number;
  for (let i = 0; i < data.length;) {
    const end = i + 1 + 2 * (POINTS[data[i] as number] ?? 0);
    for (let k = i + 1; k < end; k += 2) {
      const dx = (data[k] as number) - x0, dy = (data[k + 1] as number) - y0;
      if (Math.abs(a * dx + c * dy) > steps || Math.abs(b * dx + d * dy) > steps) return false;
    }
    i = end;
  }
  return true;
}

/**
 * A path as the `d` of an SVG path, as short as it can be: relative commands in whole steps of a grid, or in tenths or
 * hundredths of one where the path is tiny. Each place is rounded by itself, so that rounding does not add up.
 * @param matrix takes the path's coordinates to steps
 * @throws when the numbers are not a path (an unknown kind)
 */
export function finePath({ data }: Path, matrix: Matrix, most = ENOUGH_STEPS): string {
  const parts = !isWithin(data, matrix, most) ? 1 : !isWithin(data, matrix, most / 10) ? 10 : 100;
  const [a, b, c, d, e, f] = matrix;
  let out = '';
  let letter = '';
  /** Where the pen is, in parts of a step. */
  let x = 0, y = 0;
  let startX = 0, startY = 0;
  const put = (part: number, first: boolean): void => {
    const number = parts === 1 ? `${part}` : `${part / parts}`.replace(/^(-?)0\./, '$1.');
    out += first || part < 0 ? number : ` ${number}`;
  };
  for (let i = 0; i < data.length;) {
    const kind = data[i] as number;
    const points = POINTS[kind];
    if (points === undefined) throw new Error(`Not a path segment: ${kind}`);
    let toX = x, toY = y;
    for (let k = 0; k < points; k++) {
      const px = data[i + 1 + 2 * k] as number, py = data[i + 2 + 2 * k] as number;
      toX = Math.round((a * px + c * py + e) * parts);
      toY = Math.round((b * px + d * py + f) * parts);
      // A path may begin anywhere; what comes after it is told from where the pen is.
      const next = kind === MOVE ? 'M' : LETTERS[kind] as string;
      const isNew = k === 0 && (next !== letter || kind === MOVE);
      if (isNew) out += letter = next;
      put(kind === MOVE ? toX : toX - x, isNew);
      put(kind === MOVE ? toY : toY - y, false);
    }
    switch (kind) {
      case MOVE: x = startX = toX; y = startY = toY; break;
      case LINE: case QUAD: case CUBIC: x = toX; y = toY; break;
      case CLOSE: out += letter = 'z'; x = startX; y = startY; break;
    }
    i += 1 + 2 * points;
  }
  return out;
}
