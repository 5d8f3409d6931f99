import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { commonSize, fittedText, stacked, type PlacedText } from './placedText.ts';
import { FLOOR_UNITS } from './roomStage.ts';

/** Where a choice stands on the stage: its letter, its drawing, its name, and the place of the bar that grows when the result comes. */
export type ChoiceCell = {
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

/** Columns and rows for names alone, which are read from above to below. */
function letteredGrid(many: number, { w, h }: Box): { readonly cols: number; readonly rows: number } {
  const cols = many <= 4 && h / many > 130 ? 1 : many <= 8 || w < 1400 ? 2 : 3;
  return { cols, rows: Math.ceil(many / cols) };
}

/** Lays choices out in a grid in the order of the ballot. */
export function choiceCells({ area, names, drawn, measure }: CellPlan): readonly ChoiceCell[] {
  const isDrawn = drawn.some(Boolean);
  const { cols, rows } = (isDrawn ? drawnGrid : letteredGrid)(names.length, area);
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
    return { ring: { x: cell.x + RING, y: top + RING, r: RING }, picture, name, bar };
  });
}

function lettered(cells: readonly Box[], names: readonly string[], measure: MeasureEm): readonly ChoiceCell[] {
  const { w, h } = cells[0] as Box;
  const left = 2 * RING + 30;
  const size = commonSize(names, 'kop', w - left - 10, Math.min(120, h * 0.5), FLOOR_UNITS, measure);
  return cells.map((cell, i) => {
    const fitted = fittedText(names[i] as string, 'kop', cell.w - left - 10, { most: size, least: FLOOR_UNITS, lines: h > 190 ? 2 : 1 }, measure);
    const tall = fitted.lines.length * fitted.size;
    const middle = cell.y + (cell.h - BAR - 20) / 2;
    const first = middle - tall / 2 + fitted.size * 0.72;
    const name = stacked(fitted, 'kop', cell.x + left, first);
    const under = first + (fitted.lines.length - 1) * fitted.size * 1.06 + fitted.size * 0.3;
    return {
      ring: { x: cell.x + RING + 2, y: middle, r: RING }, picture: null, name,
      bar: { x: cell.x + left, y: Math.min(under, cell.y + cell.h - BAR - 4), w: Math.min(700, cell.w - left - 10 - TOTAL_ROOM), h: BAR },
    };
  });
}
