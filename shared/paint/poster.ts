import { overlaps, type Box, type Size } from '../geometry/box.ts';
import { PAPERS_MM, type Sheet } from './sheet.ts';

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
  /** Whether the sheet's left and top strip is covered by nobody and glued over the neighbour's. */
  readonly glueLeft: boolean;
  readonly glueTop: boolean;
};

/** A poster cut into sheets of one size, held upright or lying, whichever needs fewer. */
export type Poster = { readonly sheetMm: Size; readonly rows: number; readonly columns: number; readonly sheets: readonly PosterSheet[] };

/** How many sheets of a printable length it takes, each showing the overlap again. */
const countFor = (length: number, printable: number): number =>
  Math.max(1, Math.ceil((length - OVERLAP_MM - 1e-6) / (printable - OVERLAP_MM)));

function gridFor(poster: Size, sheetMm: Size): { readonly rows: number; readonly columns: number } {
  return {
    rows: countFor(poster.h, sheetMm.h - 2 * SHEET_MARGIN_MM),
    columns: countFor(poster.w, sheetMm.w - 2 * SHEET_MARGIN_MM),
  };
}

/**
 * Cuts a poster into sheets that overlap by 10 mm. Sheets on which nothing would be printed are left out.
 * @param posterSheet the poster as one large sheet
 * @param inked boxes of what is painted, in mm on the poster
 */
export function cutPoster(posterSheet: Sheet, tile: 'a4' | 'a3', inked: readonly Box[]): Poster {
  const poster: Size = { w: posterSheet.wMm, h: posterSheet.hMm };
  const { short, long } = PAPERS_MM[tile];
  const [upright, lying] = [{ w: short, h: long }, { w: long, h: short }];
  const cost = (size: Size): number => { const { rows, columns } = gridFor(poster, size); return rows * columns; };
  const sheetMm = cost(upright) <= cost(lying) ? upright : lying;
  const { rows, columns } = gridFor(poster, sheetMm);
  const stepX = sheetMm.w - 2 * SHEET_MARGIN_MM - OVERLAP_MM;
  const stepY = sheetMm.h - 2 * SHEET_MARGIN_MM - OVERLAP_MM;
  const sheets: PosterSheet[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = column * stepX, y = row * stepY;
      const part = { x, y, w: Math.min(stepX + OVERLAP_MM, poster.w - x), h: Math.min(stepY + OVERLAP_MM, poster.h - y) };
      if (inked.some((box) => overlaps(part, box))) sheets.push({ row, column, part, glueLeft: column > 0, glueTop: row > 0 });
    }
  }
  return { sheetMm, rows, columns, sheets };
}
