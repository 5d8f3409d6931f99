import { overlaps, type Box, type Size } from '../geometry/box.ts';
import { transformBox, type Matrix } from '../geometry/matrix.ts';
import { PAPERS_MM, sheetFor, type Orientation, type PaperName } from './sheet.ts';

/** How far neighbouring sheets show the same, so that they can be glued over each other. */
export const OVERLAP_MM = 10;
/** White edge of a sheet that office printers cannot print on. */
export const SHEET_MARGIN_MM = 8;

/** One sheet of a poster. All in mm. */
export type PosterSheet = {
  /** Rows from the top and columns from the left, from 0. */
  readonly row: number;
  readonly column: number;
  /** The part of the poster that the sheet shows. */
  readonly part: Box;
  /** Whether the sheet shows a strip of its neighbour to the left or above again, and is glued over it. */
  readonly glueLeft: boolean;
  readonly glueTop: boolean;
};

/** Where a sheet stands in its poster, as people say it: row letter, column number. */
export const posterSheetName = ({ row, column }: Pick<PosterSheet, 'row' | 'column'>): string => `${String.fromCharCode(65 + (row % 26))}${column + 1}`;

/** A poster of sheets of one size. */
export type Poster = {
  readonly sheetMm: Size;
  readonly rows: number;
  readonly columns: number;
  /** From board units to mm on the poster. */
  readonly toMm: Matrix;
  readonly sheets: readonly PosterSheet[];
};

type Grid = { readonly sheetMm: Size; readonly rows: number; readonly columns: number };

/** Sheets that cover a paper as people count them: an A2 is four A4, though margins and overlap take some of it. */
const countFor = (length: number, sheet: number): number => Math.max(1, Math.ceil(length / sheet - 0.05));

function gridFor(posterMm: Size, tile: 'a4' | 'a3'): Grid {
  const { short, long } = PAPERS_MM[tile];
  const grids = [{ w: short, h: long }, { w: long, h: short }].map((sheetMm): Grid =>
    ({ sheetMm, rows: countFor(posterMm.h, sheetMm.h), columns: countFor(posterMm.w, sheetMm.w) }));
  const [upright, lying] = grids as [Grid, Grid];
  return upright.rows * upright.columns <= lying.rows * lying.columns ? upright : lying;
}

/**
 * Cuts a page into the sheets of a poster that overlap by 10 mm. The page takes all that the sheets can print, so the
 * poster is a little smaller than the paper it is named after. Sheets on which nothing would be printed are left out.
 * @param inked boxes of what is painted, in board units
 */
export function cutPoster(page: Size, paper: PaperName, orientation: Orientation, tile: 'a4' | 'a3', inked: readonly Box[]): Poster {
  const whole = sheetFor(page, paper, orientation);
  const { sheetMm, rows, columns } = gridFor({ w: whole.wMm, h: whole.hMm }, tile);
  const stepX = sheetMm.w - 2 * SHEET_MARGIN_MM - OVERLAP_MM;
  const stepY = sheetMm.h - 2 * SHEET_MARGIN_MM - OVERLAP_MM;
  const w = columns * stepX + OVERLAP_MM, h = rows * stepY + OVERLAP_MM;
  const scale = Math.min(w / page.w, h / page.h);
  const toMm: Matrix = [scale, 0, 0, scale, (w - page.w * scale) / 2, (h - page.h * scale) / 2];
  const pageMm = transformBox(toMm, { x: 0, y: 0, ...page });
  const inkedMm = inked.map((box) => transformBox(toMm, box)).filter((box) => overlaps(box, pageMm));
  const sheets: PosterSheet[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const part = { x: column * stepX, y: row * stepY, w: stepX + OVERLAP_MM, h: stepY + OVERLAP_MM };
      if (inkedMm.some((box) => overlaps(part, box))) sheets.push({ row, column, part, glueLeft: column > 0, glueTop: row > 0 });
    }
  }
  return { sheetMm, rows, columns, toMm, sheets };
}

/** A thin straight line on a sheet, mm. */
export type HairLine = readonly [x1: number, y1: number, x2: number, y2: number];

/** How far crop marks of a poster stand outside of what is cut out, and where they end, mm. */
const CROP_FROM_MM = 1;
const CROP_LONG_MM = 5;

/** Crop marks at the corners of the part of a sheet that is cut out, two at each. */
export function posterCrops({ x, y, w, h }: Box): readonly HairLine[] {
  const near = CROP_FROM_MM, far = CROP_FROM_MM + CROP_LONG_MM;
  return [
    ...[x, x + w].flatMap((at): HairLine[] => [[at, y - far, at, y - near], [at, y + h + near, at, y + h + far]]),
    ...[y, y + h].flatMap((at): HairLine[] => [[x - far, at, x - near, at], [x + w + near, at, x + w + far, at]]),
  ];
}

/**
 * Lines up to which a sheet is glued over its neighbours.
 * @param cut where the part of the poster lies that the sheet shows
 */
export function glueLines({ glueLeft, glueTop }: PosterSheet, { x, y, w, h }: Box): readonly HairLine[] {
  const left: HairLine = [x + OVERLAP_MM, y, x + OVERLAP_MM, y + h];
  const top: HairLine = [x, y + OVERLAP_MM, x + w, y + OVERLAP_MM];
  return [...(glueLeft ? [left] : []), ...(glueTop ? [top] : [])];
}
