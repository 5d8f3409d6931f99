import type { Locale, Page } from '../../board/board.ts';
import type { MeasureEm } from '../../board/lettering.ts';
import { PALETTE } from '../../board/palette.ts';
import type { Box, Size } from '../../geometry/box.ts';
import type { SceneContext } from '../../scene/markNode.ts';
import { pageScene } from '../../scene/pageScene.ts';
import { say } from '../../strings/say.ts';
import { charterSheets } from '../charterSheet.ts';
import { letter } from '../compose.ts';
import type { PrintedPart, PrintedSheet } from '../printedSheet.ts';
import type { Composer } from './composer.ts';
import { coverParts, type ContentsLine } from './coverSheet.ts';
import { heardSheets } from './heardSheets.ts';
import { hasNext, nextSheets } from './nextSheets.ts';
import { reportOf, type Report } from './report.ts';
import { foot, SHEET } from './sheetParts.ts';
import { twinSheets } from './twinSheets.ts';
import { voteSheets } from './voteSheets.ts';

/** White around a page of the board: at the sides and above, and below it for the foot, mm. */
const EDGE_MM = 12;
const FOOT_MM = 20;
const CAPTION_MM = 9;
/** The caption stands above the beginning of the foot. */
const FOOT_X_MM = 14;

/** A sheet before its foot is known. */
type Sheet = PrintedSheet & { /** It has lettering of its own down to the edge. */ readonly isFull?: boolean };
/** A part of the report: its line in the contents, and its sheets. */
type Part = { readonly title: string; readonly sheets: readonly Sheet[] };

/** The larger of the two ways in which a page can lie on A4. */
function lying({ w, h }: Size): { readonly sizeMm: Size; readonly box: Box; readonly scale: number } {
  const ways = [SHEET, { w: SHEET.h, h: SHEET.w }].map((sizeMm) => {
    const room: Box = { x: EDGE_MM, y: EDGE_MM + CAPTION_MM, w: sizeMm.w - 2 * EDGE_MM, h: sizeMm.h - EDGE_MM - CAPTION_MM - FOOT_MM };
    return { sizeMm, room, scale: Math.min(room.w / w, room.h / h) };
  });
  const { sizeMm, room, scale } = ways.reduce((best, way) => (way.scale > best.scale ? way : best));
  return { sizeMm, scale, box: { x: room.x + (room.w - w * scale) / 2, y: room.y + (room.h - h * scale) / 2, w: w * scale, h: h * scale } };
}

function boardSheet({ page, number, outlined }: Report['pages'][number], { context, locale, measure }: Composer): Sheet {
  const { sizeMm, box, scale } = lying(page.size);
  const caption = say(locale, 'report.boardPage', { number });
  return {
    sizeMm, bookmark: say(locale, 'report.pageTitle', { number, title: outlined.title.text }),
    parts: [
      { kind: 'heading', level: 1, ops: [letter(caption, measure, { hand: 'hand', sizeMm: 5.4, at: { x: FOOT_X_MM, y: EDGE_MM + 4.6 }, color: PALETTE.stil })] },
      { kind: 'boardPage', ops: [], outlined, clip: { x: 0, y: 0, ...page.size }, toMm: [scale, 0, 0, scale, box.x, box.y], nodes: () => pageScene(context, page.id, { print: true }) },
    ],
  };
}

/** Sheets of text; the first of them can be jumped to. */
const textSheets = (title: string, sheets: readonly (readonly PrintedPart[])[]): readonly Part[] =>
  (sheets.length === 0 ? [] : [{ title, sheets: sheets.map((parts, i) => ({ sizeMm: SHEET, bookmark: i === 0 ? title : null, parts })) }]);

function partsOf(report: Report, composer: Composer): readonly Part[] {
  const { context, locale, measure } = composer;
  const boards = report.pages.map((page) => boardSheet(page, composer));
  return [
    ...(boards.length > 0 ? [{ title: say(locale, 'report.boards'), sheets: boards }] : []),
    ...textSheets(say(locale, 'report.votes'), voteSheets(report.votes, composer)),
    ...textSheets(say(locale, 'report.heard'), heardSheets(report, composer)),
    ...(report.charter ? [{ title: report.charter.heading, sheets: charterSheets(context, locale, measure, { paper: 'a4', signers: null }).map((sheet) => ({ ...sheet, isFull: true })) }] : []),
    ...textSheets(say(locale, hasNext(report) ? 'report.next' : 'report.about'), nextSheets(report, composer)),
    ...textSheets(say(locale, 'report.twin'), twinSheets(report, composer)),
  ];
}

/** Where each part begins, counted from the cover, which is 1. */
function contentsOf(parts: readonly Part[]): readonly ContentsLine[] {
  let number = 2;
  return parts.map(({ title, sheets }) => {
    const line = { title, number };
    number += sheets.length;
    return line;
  });
}

/**
 * The report of a session as sheets: cover, the pages of the board, the votes, what was heard, the charter without
 * names, what happens next, and the text twin. Parts that the board has nothing for are left out.
 * @param pages the pages of the board that go along
 */
export function reportSheets(context: SceneContext, locale: Locale, measure: MeasureEm, pages: readonly Page[]): readonly PrintedSheet[] {
  const composer: Composer = { context, locale, measure };
  const report = reportOf(context, locale, pages);
  const parts = partsOf(report, composer);
  const cover: Sheet = { sizeMm: SHEET, bookmark: report.title, parts: coverParts(report, contentsOf(parts), composer) };
  const sheets = [cover, ...parts.flatMap((part) => part.sheets)];
  const left = `${report.title} · ${say(locale, 'report.name')}`;
  return sheets.map(({ isFull, ...sheet }, i) => (i === 0 ? sheet : { ...sheet, parts: [...sheet.parts, foot(sheet.sizeMm, isFull ? null : left, i + 1, sheets.length, measure)] }));
}
