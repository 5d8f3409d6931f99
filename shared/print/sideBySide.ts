import { pagesOf, type Locale, type Page } from '../board/board.ts';
import type { MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import type { Box, Size } from '../geometry/box.ts';
import { outlineOf } from '../outline/outlineOf.ts';
import type { SceneContext } from '../scene/markNode.ts';
import { pageScene } from '../scene/pageScene.ts';
import { say } from '../strings/say.ts';
import { boxCorners, fittedLetter, fittingSize, letter, numberBadge, penLine } from './compose.ts';
import { scaledSheet, type PrintedPart, type PrintedSheet } from './printedSheet.ts';

/** What is on the poster besides the boards. Without a heading it is that of the first board. */
export type SideBySideSetting = { readonly heading: string; readonly paper: 'a1' | 'a0'; readonly locale: Locale };

/** One column: a board, or a page of the only board, with its title. */
type Column = { readonly title: string; readonly context: SceneContext; readonly pages: readonly Page[] };

/** An A1 that lies; an A0 is the same, larger. All in mm. */
const SHEET: Size = { w: 841, h: 594 };
const EDGE = 26;
const HEADING = { sizeMm: 40, baseline: 60 } as const;
/** Where the columns begin, below the stroke of the marker under the heading. */
const TOP = 92;
const GAP = 20;
const ROW_GAP = 20;
const TITLE_H = 21;
const BADGE = 7.4;
const LEAST_TITLE_W = 90;
/** Between pages of one board. */
const PAGE_GAP = 9;

/** The boards as columns of the poster; a single board gives one for each of its pages. */
function columnsOf(first: SceneContext, pages: readonly Page[], others: readonly SceneContext[]): readonly Column[] {
  if (others.length === 0) return pages.map((page) => ({ title: page.title.trim() || first.board.title.trim(), context: first, pages: [page] }));
  const places = new Set(pagesOf(first.board).flatMap((page, i) => (pages.some(({ id }) => id === page.id) ? [i] : [])));
  const alike = ({ board }: SceneContext): readonly Page[] => {
    const all = pagesOf(board);
    const same = all.filter((_, i) => places.has(i));
    return same.length > 0 ? same : all.slice(0, 1);
  };
  return [first, ...others].map((context, i) => ({ title: context.board.title.trim(), context, pages: i === 0 ? pages : alike(context) }));
}

/** How high the pages of a column are together when each is so wide. */
const stackHeight = (pages: readonly Page[], width: number): number => pages.reduce((sum, { size }) => sum + (size.h * width) / size.w, 0) + PAGE_GAP * (pages.length - 1);

/** The width at which the pages of a column fit below each other. */
function fittingWidth(pages: readonly Page[], room: Size): number {
  const gaps = PAGE_GAP * (pages.length - 1);
  const height = stackHeight(pages, room.w);
  return height <= room.h ? room.w : (room.w * (room.h - gaps)) / (height - gaps);
}

/** Columns of one size in one or more rows; `width` is that of the pages in them. */
type Grid = { readonly perRow: number; readonly cell: Size; readonly width: number };

/** The grid that shows the boards largest: pages that lie need not be small beside each other when two rows hold them better. */
function gridFor(columns: readonly Column[]): Grid {
  const grids = Array.from({ length: Math.min(3, columns.length) }, (_, i): Grid => {
    const rows = i + 1;
    const perRow = Math.ceil(columns.length / rows);
    const cell = { w: (SHEET.w - 2 * EDGE - GAP * (perRow - 1)) / perRow, h: (SHEET.h - EDGE - TOP - ROW_GAP * (rows - 1)) / rows };
    const room = { w: cell.w, h: cell.h - TITLE_H };
    return { perRow, cell, width: Math.min(...columns.map(({ pages }) => fittingWidth(pages, room))) };
  });
  return grids.reduce((best, grid) => (grid.width > best.width * 1.15 ? grid : best));
}

function headingParts(heading: string, measure: MeasureEm): readonly PrintedPart[] {
  const sizeMm = fittingSize(heading, 'kop', measure, HEADING.sizeMm, SHEET.w - 2 * EDGE);
  const end = EDGE + measure(heading, 'kop') * sizeMm;
  const y = HEADING.baseline;
  return [{ kind: 'heading', level: 1, ops: [
    penLine([{ x: EDGE, y: y + 9 }, { x: (EDGE + end) / 2, y: y + 7.6 }, { x: EDGE + (end - EDGE) * 0.97, y: y + 9.4 }], 4.4, false, 'heading', PALETTE.groen),
    letter(heading, measure, { hand: 'kop', sizeMm, at: { x: EDGE, y } }),
  ] }];
}

/** One board: number and title, and its pages in thin frames below each other, from the top left corner of its cell. */
function columnParts({ title, context, pages }: Column, number: number, at: Box, width: number, locale: Locale, measure: MeasureEm): PrintedPart {
  const name = title || say(locale, 'print.boardNumber', { number });
  const outline = outlineOf(context, locale);
  let y = at.y + TITLE_H;
  const boards = pages.flatMap((page): readonly PrintedPart[] => {
    const scale = width / page.size.w;
    const box: Box = { x: at.x, y, w: width, h: page.size.h * scale };
    y += box.h + PAGE_GAP;
    const outlined = outline.pages.find((candidate) => candidate.page === page.id);
    const frame: PrintedPart = { kind: 'decoration', ops: [penLine(boxCorners(box.x, box.y, box.w, box.h), 0.5, true, `frame ${number} ${page.id}`, PALETTE.grijs2)] };
    return outlined ? [{ kind: 'boardPage', ops: [], outlined, clip: { x: 0, y: 0, ...page.size }, toMm: [scale, 0, 0, scale, box.x, box.y], nodes: () => pageScene(context, page.id, { print: true }) }, frame] : [];
  });
  const titleX = at.x + 2 * BADGE + 5;
  return {
    kind: 'section', title: name,
    parts: [
      { kind: 'decoration', ops: numberBadge(number, { x: at.x + BADGE, y: at.y + BADGE }, BADGE, measure) },
      { kind: 'heading', level: 2, ops: [fittedLetter(name, measure, { hand: 'kop', sizeMm: 15, at: { x: titleX, y: at.y + BADGE + 5 } }, at.w - (titleX - at.x))] },
      ...boards,
    ],
  };
}

/**
 * Boards side by side on one poster that lies: a common heading, equal columns, each with its number and title. More
 * boards give one column each with the same pages of all; a single board one column for each page. None when there is
 * nothing to show.
 * @param pages those of the first board that are shown
 */
export function sideBySideSheets(first: SceneContext, pages: readonly Page[], others: readonly SceneContext[], { heading, paper, locale }: SideBySideSetting, measure: MeasureEm): readonly PrintedSheet[] {
  const columns = columnsOf(first, pages, others);
  if (columns.length === 0) return [];
  const { perRow, cell, width } = gridFor(columns);
  // A title needs some room even above narrow pages.
  const columnW = Math.min(cell.w, Math.max(width, LEAST_TITLE_W));
  const rows = Array.from({ length: Math.ceil(columns.length / perRow) }, (_, row) => TITLE_H + Math.max(...columns.slice(row * perRow, (row + 1) * perRow).map(({ pages: shown }) => stackHeight(shown, width))));
  const used = rows.reduce((sum, height) => sum + height, 0) + ROW_GAP * (rows.length - 1);
  // What is left over goes above, between and below, so that the boards stand in the middle of what the heading leaves.
  const spare = Math.max(0, SHEET.h - EDGE - TOP - used) / (rows.length + 1);
  const tops = rows.map((_, row) => TOP + spare * (row + 0.7) + rows.slice(0, row).reduce((sum, height) => sum + height + ROW_GAP, 0));
  const title = heading.trim() || first.board.title.trim() || say(locale, 'print.sideBySide');
  const parts = columns.map((column, i) => {
    const row = Math.floor(i / perRow);
    const inRow = Math.min(perRow, columns.length - row * perRow);
    // All are as wide as the widest can be that holds the longest; a row that is not full stands in the middle.
    const step = perRow > 1 ? (SHEET.w - 2 * EDGE - columnW) / (perRow - 1) : 0;
    const left = perRow > 1 ? EDGE + ((perRow - inRow) * step) / 2 : (SHEET.w - columnW) / 2;
    const box: Box = { x: left + (i % perRow) * step, y: tops[row] ?? TOP, w: columnW, h: cell.h };
    return columnParts(column, i + 1, box, width, locale, measure);
  });
  const sheet: PrintedSheet = { sizeMm: SHEET, bookmark: title, parts: [...headingParts(title, measure), ...parts] };
  return [paper === 'a0' ? scaledSheet(sheet, Math.SQRT2) : sheet];
}
