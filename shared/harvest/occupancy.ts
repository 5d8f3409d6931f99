import type { Box, Point, Size } from '../geometry/box.ts';

/**
 * Which cells of a grid over a part of a page are taken, summed so that any box can be asked about in four look-ups
 * (summed-area table; Crow 1984). Cells are taken whole, so a free answer is always right.
 */
export type Occupancy = {
  readonly within: Box;
  readonly cellUnits: number;
  readonly cols: number;
  readonly rows: number;
  /** (cols + 1) × (rows + 1) sums of taken cells above and to the left. */
  readonly sums: Int32Array;
};

/** At most so many cells: fine enough for lettering on any sheet, coarse enough for a few milliseconds. */
const MOST_CELLS = 80_000;
const FINEST_UNITS = 4;

/** The taken cells of a part of a page. */
export function occupancyOf(within: Box, taken: Iterable<Box>): Occupancy {
  const cellUnits = Math.max(FINEST_UNITS, Math.sqrt((within.w * within.h) / MOST_CELLS));
  const cols = Math.max(0, Math.floor(within.w / cellUnits));
  const rows = Math.max(0, Math.floor(within.h / cellUnits));
  const width = cols + 1;
  const changes = new Int32Array(width * (rows + 1));
  const bump = (at: number, by: number): void => { changes[at] = (changes[at] ?? 0) + by; };
  for (const box of taken) {
    const left = Math.max(0, Math.floor((box.x - within.x) / cellUnits));
    const top = Math.max(0, Math.floor((box.y - within.y) / cellUnits));
    const right = Math.min(cols, Math.ceil((box.x + box.w - within.x) / cellUnits));
    const bottom = Math.min(rows, Math.ceil((box.y + box.h - within.y) / cellUnits));
    if (left >= right || top >= bottom) continue;
    bump(top * width + left, 1);
    bump(top * width + right, -1);
    bump(bottom * width + left, -1);
    bump(bottom * width + right, 1);
  }
  return { within, cellUnits, cols, rows, sums: summed(changes, cols, rows) };
}

/** Turns the corners of boxes into how many boxes cover each cell, then into sums of covered cells. */
function summed(changes: Int32Array, cols: number, rows: number): Int32Array {
  const width = cols + 1;
  const cover = new Int32Array(width);
  const sums = new Int32Array(width * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let along = 0;
    let takenInRow = 0;
    for (let col = 0; col < cols; col++) {
      along += changes[row * width + col] ?? 0;
      const covering = (cover[col] ?? 0) + along;
      cover[col] = covering;
      if (covering > 0) takenInRow++;
      sums[(row + 1) * width + col + 1] = (sums[row * width + col + 1] ?? 0) + takenInRow;
    }
  }
  return sums;
}

/** How many cells a length covers. */
function cellsFor(occupancy: Occupancy, units: number): number {
  return Math.max(1, Math.ceil(units / occupancy.cellUnits - 1e-9));
}

function isFree({ cols, sums }: Occupancy, col: number, row: number, w: number, h: number): boolean {
  const width = cols + 1;
  const at = (c: number, r: number): number => sums[r * width + c] ?? 0;
  return at(col + w, row + h) - at(col, row + h) - at(col + w, row) + at(col, row) === 0;
}

/**
 * The free place for a box of that size that costs least; of equal ones the uppermost, then the leftmost.
 * @param cost of a top left corner; left out, the uppermost and leftmost place is taken
 */
export function cheapestPlace(occupancy: Occupancy, size: Size, cost?: (corner: Point) => number): Point | null {
  const { within, cellUnits, cols, rows } = occupancy;
  const w = cellsFor(occupancy, size.w);
  const h = cellsFor(occupancy, size.h);
  let best: Point | null = null;
  let lowest = Infinity;
  for (let row = 0; row + h <= rows; row++) {
    for (let col = 0; col + w <= cols; col++) {
      if (!isFree(occupancy, col, row, w, h)) continue;
      const corner = { x: within.x + col * cellUnits, y: within.y + row * cellUnits };
      if (!cost) return corner;
      const price = cost(corner);
      if (price < lowest) {
        lowest = price;
        best = corner;
      }
    }
  }
  return best;
}
