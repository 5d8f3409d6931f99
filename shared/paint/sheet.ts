import type { Size } from '../geometry/box.ts';
import type { Matrix } from '../geometry/matrix.ts';

/** The papers of ISO 216, or a sheet as large as the board. */
export type PaperName = 'a4' | 'a3' | 'a2' | 'a1' | 'a0' | 'board';

/** How a paper lies; `auto` as the page does. */
export type Orientation = 'auto' | 'landscape' | 'portrait';

/** Short and long side of the papers (ISO 216) in mm, and how much an office or a large printer leaves white. */
export const PAPERS_MM = {
  a4: { short: 210, long: 297, margin: 10 },
  a3: { short: 297, long: 420, margin: 10 },
  a2: { short: 420, long: 594, margin: 15 },
  a1: { short: 594, long: 841, margin: 15 },
  a0: { short: 841, long: 1189, margin: 15 },
} as const satisfies Readonly<Record<Exclude<PaperName, 'board'>, { short: number; long: number; margin: number }>>;

/** Size of a board unit where the board itself is the paper: a new page is then as large as A3. */
const BOARD_UNIT_MM = 0.35;
/** PDF knows no page longer than 14,400 points (5.08 m). */
const LONGEST_MM = 5000;

/** A sheet of paper and where a page of the board lies on it. */
export type Sheet = {
  readonly wMm: number;
  readonly hMm: number;
  /** From board units to mm from the sheet's top left corner. */
  readonly toMm: Matrix;
};

/** The sheet on which a page is printed: the page as large as the margins allow, in the middle. */
export function sheetFor(page: Size, paper: PaperName, orientation: Orientation): Sheet {
  if (paper === 'board') {
    const scale = Math.min(BOARD_UNIT_MM, LONGEST_MM / Math.max(page.w, page.h));
    return { wMm: page.w * scale, hMm: page.h * scale, toMm: [scale, 0, 0, scale, 0, 0] };
  }
  const { short, long, margin } = PAPERS_MM[paper];
  const landscape = orientation === 'auto' ? page.w >= page.h : orientation === 'landscape';
  const wMm = landscape ? long : short;
  const hMm = landscape ? short : long;
  const scale = Math.min((wMm - 2 * margin) / page.w, (hMm - 2 * margin) / page.h);
  return { wMm, hMm, toMm: [scale, 0, 0, scale, (wMm - page.w * scale) / 2, (hMm - page.h * scale) / 2] };
}
