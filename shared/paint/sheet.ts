import type { Box, Size } from '../geometry/box.ts';
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

/**
 * What stays white around a page: as much as an office printer needs, nothing, or nothing with bleed and crop marks around
 * it, for a print shop that prints on a larger sheet and cuts it.
 */
export type Margins = 'usual' | 'none' | 'bleed';

/** How far a print for a print shop goes on beyond the cut, and how far crop marks stand outside of it, mm. */
export const BLEED_MM = 3;
const CROP_MARK_MM = { from: 4, to: 9 } as const;
/** Room for bleed and crop marks on each side of the paper that is left in the end. */
const SLUG_MM = 10;

/** A sheet of paper and where a page of the board lies on it. */
export type Sheet = {
  readonly wMm: number;
  readonly hMm: number;
  /** From board units to mm from the sheet's top left corner. */
  readonly toMm: Matrix;
  /** The paper that is left when a print shop has cut the sheet, mm; null when nothing is cut. */
  readonly trimMm: Box | null;
};

/** A sheet with a slug around it, to be cut back to what it was. */
function withSlug({ wMm, hMm, toMm: [a, b, c, d, e, f] }: Sheet): Sheet {
  return { wMm: wMm + 2 * SLUG_MM, hMm: hMm + 2 * SLUG_MM, toMm: [a, b, c, d, e + SLUG_MM, f + SLUG_MM], trimMm: { x: SLUG_MM, y: SLUG_MM, w: wMm, h: hMm } };
}

/** The sheet on which a page is printed: the page as large as the margins allow, in the middle. */
export function sheetFor(page: Size, paper: PaperName, orientation: Orientation, margins: Margins = 'usual'): Sheet {
  const sheet = plainSheet(page, paper, orientation, margins === 'usual');
  return margins === 'bleed' ? withSlug(sheet) : sheet;
}

function plainSheet(page: Size, paper: PaperName, orientation: Orientation, hasMargin: boolean): Sheet {
  if (paper === 'board') {
    const scale = Math.min(BOARD_UNIT_MM, LONGEST_MM / Math.max(page.w, page.h));
    return { wMm: page.w * scale, hMm: page.h * scale, toMm: [scale, 0, 0, scale, 0, 0], trimMm: null };
  }
  const { short, long } = PAPERS_MM[paper];
  const margin = hasMargin ? PAPERS_MM[paper].margin : 0;
  const landscape = orientation === 'auto' ? page.w >= page.h : orientation === 'landscape';
  const wMm = landscape ? long : short;
  const hMm = landscape ? short : long;
  const scale = Math.min((wMm - 2 * margin) / page.w, (hMm - 2 * margin) / page.h);
  return { wMm, hMm, toMm: [scale, 0, 0, scale, (wMm - page.w * scale) / 2, (hMm - page.h * scale) / 2], trimMm: null };
}

/** The part of a sheet on which the drawing may be: all of it, or up to the end of the bleed. In mm. */
export function printedPart({ wMm, hMm, trimMm }: Sheet): Box {
  if (!trimMm) return { x: 0, y: 0, w: wMm, h: hMm };
  return { x: trimMm.x - BLEED_MM, y: trimMm.y - BLEED_MM, w: trimMm.w + 2 * BLEED_MM, h: trimMm.h + 2 * BLEED_MM };
}

/** Crop marks at the corners of what is left after cutting, each from a point to another, outside of the bleed. In mm. */
export function cropMarks({ x, y, w, h }: Box): readonly (readonly [x1: number, y1: number, x2: number, y2: number])[] {
  const { from, to } = CROP_MARK_MM;
  return [x, x + w].flatMap((at) => [[at, y - to, at, y - from], [at, y + h + from, at, y + h + to]] as const)
    .concat([y, y + h].flatMap((at) => [[x - to, at, x - from, at], [x + w + from, at, x + w + to, at]] as const));
}
