import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { commonSize, fittedText, stacked, type PlacedText } from './placedText.ts';
import { FLOOR_UNITS } from './roomStage.ts';

/** Where a choice stands on the stage: its letter, its drawing, its name, and the place of the bar that grows when the result comes. */
export type ChoiceCell = {
  /** All that belongs to it. */
  readonly box: Box;
  readonly ring: { readonly x: number; readonly y: number; readonly r: number };
  /** Null for a choice that is shown by its name alone. */
  readonly picture: Box | null;
  readonly name: readonly PlacedText[];
  readonly bar: Box;
};

export type CellPlan = { readonly area: Box; readonly names: readonly string[]; readonly drawn: readonly boolean[]; readonly measure: MeasureEm };

const RING = 38;
const BAR = 40;
/** What the total behind a bar needs. */
const TOTAL_ROOM = 92;

/** Air between two columns. */
const GAP = 14;
/** A cell for a drawing is at least so wide, for its name; and its name and bar take so much of its height. */
const LEAST_CELL = 240, BELOW_PICTURE = 150;

/** Columns and rows in which drawings come out largest. */
function drawnGrid(many: number, { w, h }: Box): { readonly cols: number; readonly rows: number } {
  const sideIn = (cols: number): number => Math.min(w / cols - GAP, h / Math.ceil(many / cols) - BELOW_PICTURE);
  const most = Math.min(many, Math.max(1, Math.floor((w + GAP) / (LEAST_CELL + GAP))));
  let cols = most;
  for (let fewer = most - 1; fewer >= 1; fewer--) {
    // As many rows in fewer columns leave no holes.
    const isFuller = Math.ceil(many / fewer) === Math.ceil(many / cols);
    if (isFuller || sideIn(fewer) > sideIn(cols) * 1.08) cols = fewer;
  }
  return { cols, rows: Math.ceil(many / cols) };
}

/** Names alone are lettered at most so large, and their letters beside them so large. */
const LARGEST_NAME = 190, LARGEST_RING = 84;
/** Between the foot of a name and its bar. */
const NAME_TO_BAR = 0.36;

/** A name, its letter and its bar in a cell of that size: how large the name can be, and on how many lines. */
function letteredIn({ w, h }: Pick<Box, 'w' | 'h'>, names: readonly string[], measure: MeasureEm): { readonly size: number; readonly ring: number; readonly left: number; readonly lines: number } {
  const ring = Math.min(LARGEST_RING, Math.max(RING, h * 0.2));
  const left = 2.4 * ring + 16;
  const room = h - BAR - 22;
  const fits = [1, 2].map((lines) => {
    const most = Math.min(LARGEST_NAME, room / (lines * 1.06 + NAME_TO_BAR));
    return { lines, size: Math.min(...names.map((name) => fittedText(name, 'kop', w - left - 12, { most, least: 0, lines }, measure).size)) };
  });
  const [one, two] = fits as [{ lines: number; size: number }, { lines: number; size: number }];
  // Two lines only where they make the letters clearly larger.
  return { ring, left, ...(two.size > one.size * 1.08 ? two : one) };
}

/** Columns and rows in which names alone come out largest; of what is nearly equal the one with fewer columns. */
function letteredGrid(names: readonly string[], { w, h }: Box, measure: MeasureEm): { readonly cols: number; readonly rows: number } {
  let best = { cols: 1, rows: names.length, size: 0 };
  for (let cols = 1; cols <= Math.min(4, names.length); cols++) {
    const rows = Math.ceil(names.length / cols);
    const { size } = letteredIn({ w: (w - GAP * (cols - 1)) / cols, h: h / rows }, names, measure);
    if (size > best.size * 1.08) best = { cols, rows, size };
  }
  return best;
}

/** Lays choices out in a grid in the order of the ballot. */
export function choiceCells({ area, names, drawn, measure }: CellPlan): readonly ChoiceCell[] {
  const isDrawn = drawn.some(Boolean);
  const { cols, rows } = isDrawn ? drawnGrid(names.length, area) : letteredGrid(names, area, measure);
  const gap = cols > 1 ? GAP : 0;
  const w = (area.w - gap * (cols - 1)) / cols;
  const h = area.h / rows;
  const cells = names.map((_, i): Box => ({ x: area.x + (i % cols) * (w + gap), y: area.y + Math.floor(i / cols) * h, w, h }));
  return isDrawn ? drawnCells(cells.map(trimmed), names, drawn, measure) : lettered(cells, names, measure);
}

/** A cell that is much higher than a drawing as wide as it: only its middle is used, so that letter, drawing and name stay together. */
function trimmed({ x, y, w, h }: Box): Box {
  const used = Math.min(h, w * 1.1 + BELOW_PICTURE);
  return { x, y: y + (h - used) / 2, w, h: used };
}

function drawnCells(cells: readonly Box[], names: readonly string[], drawn: readonly boolean[], measure: MeasureEm): readonly ChoiceCell[] {
  const { w, h } = cells[0] as Box;
  const most = Math.min(80, h * 0.26);
  const size = commonSize(names, 'kop', w - 8, most, Math.min(most, FLOOR_UNITS), measure);
  return cells.map((cell, i) => {
    const fitted = fittedText(names[i] as string, 'kop', cell.w - 8, { most: size, least: Math.min(size, FLOOR_UNITS), lines: h > 420 ? 3 : h > 300 ? 2 : 1 }, measure);
    const bar: Box = { x: cell.x + 18, y: cell.y + cell.h - BAR - 14, w: cell.w - 36 - TOTAL_ROOM, h: BAR };
    const isPictured = drawn[i] === true;
    // A descender stays free of the bar below it.
    const lowest = bar.y - size * 0.3 - 4;
    const last = isPictured ? lowest : cell.y + cell.h * 0.52;
    const name = stacked(fitted, 'kop', cell.x + cell.w / 2, last - (fitted.lines.length - 1) * fitted.size * 1.06, 'middle');
    const top = cell.y + 8;
    const bottom = lowest - fitted.lines.length * fitted.size * 1.02 - 10;
    // The letter stands in the corner of the drawing, as on a page of a picture book.
    const picture = isPictured ? { x: cell.x + 8, y: top, w: cell.w - 16, h: Math.max(20, bottom - top) } : null;
    return { box: cell, ring: { x: cell.x + RING, y: top + RING, r: RING }, picture, name, bar };
  });
}

function lettered(cells: readonly Box[], names: readonly string[], measure: MeasureEm): readonly ChoiceCell[] {
  const { size, ring: r, left, lines } = letteredIn(cells[0] as Box, names, measure);
  return cells.map((cell, i) => {
    const fitted = fittedText(names[i] as string, 'kop', cell.w - left - 12, { most: size, least: size, lines }, measure);
    const tall = fitted.lines.length * fitted.size * 1.06;
    // Name and bar together in the middle of the cell: the name does not move when its bar comes.
    const top = cell.y + (cell.h - tall - fitted.size * NAME_TO_BAR - BAR) / 2;
    const first = top + fitted.size * 0.8;
    const last = first + (fitted.lines.length - 1) * fitted.size * 1.06;
    return {
      box: cell, picture: null, name: stacked(fitted, 'kop', cell.x + left, first),
      ring: { x: cell.x + r + 4, y: (first + last) / 2 - fitted.size * 0.24, r },
      bar: { x: cell.x + left, y: last + fitted.size * NAME_TO_BAR, w: Math.min(900, cell.w - left - 10 - TOTAL_ROOM), h: BAR },
    };
  });
}
