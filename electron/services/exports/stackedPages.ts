import type { Page } from '../../../shared/board/board.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { compose, scaling, transformBox, translation, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { sheetFor } from '../../../shared/paint/sheet.ts';

/** A page in a picture: where its sheet lies (px) and how its board units get there. */
export type StackedPage = { readonly page: Page; readonly box: Box; readonly toPx: Matrix };

/** Pages in one picture, one below the other, since a picture file has no pages. All in px. */
export type Stack = { readonly wPx: number; readonly hPx: number; readonly pages: readonly StackedPage[] };

/** Lays the sheets of pages out below each other, left edges in line. */
export function stackPages(pages: readonly Page[], { paper, orientation, margins }: Pick<ExportRequest, 'paper' | 'orientation' | 'margins'>, pxPerMm: number): Stack {
  let top = 0;
  let wPx = 1;
  const stacked = pages.map((page): StackedPage => {
    const sheet = sheetFor(page.size, paper, orientation, margins === 'bleed' ? 'none' : margins);
    const box: Box = { x: 0, y: top, w: Math.max(1, Math.round(sheet.wMm * pxPerMm)), h: Math.max(1, Math.round(sheet.hMm * pxPerMm)) };
    top += box.h;
    wPx = Math.max(wPx, box.w);
    return { page, box, toPx: compose(translation(0, box.y), compose(scaling(box.w / sheet.wMm, box.h / sheet.hMm), sheet.toMm)) };
  });
  return { wPx, hPx: top, pages: stacked };
}

/** Where the page itself lies in the picture, without the margins of its sheet. */
export const pageBoxPx = ({ page, toPx }: StackedPage): Box => transformBox(toPx, { x: 0, y: 0, ...page.size });
