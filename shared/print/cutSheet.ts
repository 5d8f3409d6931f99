import type { Point, Size } from '../geometry/box.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { hairLines } from './compose.ts';

/** Cards of one size that lie edge to edge in the middle of a sheet. Lengths in mm. */
export type CutSheet = { readonly sheet: Size; readonly card: Size; readonly columns: number; readonly rows: number };

/** Crop marks begin and end this far outside the outermost cards, so that none is left on a card. */
const MARK_FROM_MM = 2.5;
const MARK_TO_MM = 8;
/** Arms of the crosses where four cards meet. */
const CROSS_MM = 1.5;

/** The top left corner of the first card. */
export const cutOrigin = ({ sheet, card, columns, rows }: CutSheet): Point => ({ x: (sheet.w - columns * card.w) / 2, y: (sheet.h - rows * card.h) / 2 });

/** The top left corner of a card, counted along the rows from 0. */
export function cardCorner(cut: CutSheet, index: number): Point {
  const origin = cutOrigin(cut);
  return { x: origin.x + (index % cut.columns) * cut.card.w, y: origin.y + Math.floor(index / cut.columns) * cut.card.h };
}

/** Where to cut: marks outside the cards that are there, small crosses where they meet. */
export function cutMarks(cut: CutSheet, cards: number): PaintOp {
  const { card, columns } = cut;
  const rows = Math.min(cut.rows, Math.ceil(cards / columns));
  const { x: left, y: top } = cutOrigin(cut);
  const right = left + columns * card.w;
  const bottom = top + rows * card.h;
  const xs = Array.from({ length: columns + 1 }, (_, i) => left + i * card.w);
  const ys = Array.from({ length: rows + 1 }, (_, i) => top + i * card.h);
  return hairLines([
    ...xs.flatMap((x) => [[x, top - MARK_TO_MM, x, top - MARK_FROM_MM], [x, bottom + MARK_FROM_MM, x, bottom + MARK_TO_MM]] as const),
    ...ys.flatMap((y) => [[left - MARK_TO_MM, y, left - MARK_FROM_MM, y], [right + MARK_FROM_MM, y, right + MARK_TO_MM, y]] as const),
    ...xs.slice(1, -1).flatMap((x) => ys.slice(1, -1).flatMap((y) => [[x - CROSS_MM, y, x + CROSS_MM, y], [x, y - CROSS_MM, x, y + CROSS_MM]] as const)),
  ]);
}
