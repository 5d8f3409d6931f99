import { hexOf, PALETTE } from '../../board/palette.ts';
import type { Point } from '../../geometry/box.ts';
import type { PaintOp } from '../../scene/sceneNode.ts';
import { say } from '../../strings/say.ts';
import { fittedLetter, letter, markerFill, penLine } from '../compose.ts';
import type { PrintedPart } from '../printedSheet.ts';
import { drawingOf } from '../winnerDrawing.ts';
import type { Composer } from './composer.ts';
import { flowed, type FlowBlock } from './flow.ts';
import { BODY, heading, paragraph, partTitle, SMALL, TEXT } from './sheetParts.ts';
import type { ReportVote, VoteRow } from './votes.ts';

/** Where the columns of a vote begin, and how long its longest bar is, mm. */
const COLUMNS = { name: 19, bar: 70, barW: 84 } as const;
/** A row with drawings of the choices, and one of a vote that has none. */
const ROW_MM = { alone: 26, drawn: 19, plain: 12 } as const;
const HEAD_MM = 7;

/** A bar as the marker of the board fills it, with its outline; no dot at all is a line. */
function barOps({ share, ink, label }: VoteRow, { x, y }: Point, hMm: number): readonly PaintOp[] {
  const w = COLUMNS.barW * share;
  if (w < 0.5) return [penLine([{ x, y }, { x, y: y + hMm }], 0.8, false, `none ${label}`)];
  const corners = [{ x, y: y + 0.2 }, { x: x + w, y }, { x: x + w + 0.3, y: y + hMm }, { x: x + 0.2, y: y + hMm + 0.2 }];
  return [markerFill(corners.map((corner) => ({ x: corner.x + 0.4, y: corner.y + 0.3 })), hexOf(ink), `bar ${label}`), penLine(corners, 0.75, true, `edge ${label}`)];
}

function rowBlock(row: VoteRow, hMm: number, hasDrawings: boolean, isLast: boolean, { context, locale, measure }: Composer): FlowBlock {
  const nameX = hasDrawings ? Math.min(hMm, COLUMNS.name + 5) : 0;
  const barH = Math.min(11, hMm * 0.58);
  return {
    hMm, gapMm: 0, keep: !isLast,
    lay: ({ x, y }) => {
      const middle = y + hMm / 2;
      const picture = row.card && drawingOf({ label: row.label, card: row.card }, context, { x, y: y + 1, w: nameX - 3.5, h: hMm - 3 });
      const name = fittedLetter(row.label, measure, { hand: 'kop', sizeMm: row.won ? 9 : 7.6, at: { x: x + nameX, y: middle + 2.6 } }, COLUMNS.bar - nameX - 4);
      const number = letter(String(row.dots), measure, { hand: 'kop', sizeMm: row.won ? 10 : 8.4, at: { x: x + COLUMNS.bar + COLUMNS.barW * row.share + 3.2, y: middle + 2.9 } });
      return { row: [
        { head: 'row', ops: [name], ...(picture ? { drawing: picture } : {}), read: row.won ? say(locale, 'report.wonRow', { name: row.label }) : row.label },
        { ops: [...barOps(row, { x: x + COLUMNS.bar, y: middle - barH / 2 }, barH), number], read: String(row.dots) },
      ] };
    },
  };
}

/** What the columns of a vote are. */
function headBlock({ locale, measure }: Composer): FlowBlock {
  return {
    hMm: HEAD_MM, gapMm: 4, keep: true,
    lay: ({ x, y }) => ({ row: (['report.choice', 'report.dots'] as const).map((key, i) => ({ head: 'column', ops: [letter(say(locale, key), measure, { hand: 'face', sizeMm: SMALL.sizeMm, at: { x: x + (i === 0 ? 0 : COLUMNS.bar), y: y + 4 }, color: PALETTE.stil })] })) }),
  };
}

function voteBlocks({ question, outcome, rows, facts }: ReportVote, gapMm: number, isAlone: boolean, composer: Composer): readonly FlowBlock[] {
  const { measure, context } = composer;
  const hasDrawings = rows.some(({ card, label }) => card && drawingOf({ label, card }, context, { x: 0, y: 0, w: 1, h: 1 }));
  const hMm = !hasDrawings || rows.length > 8 ? ROW_MM.plain : isAlone && rows.length <= 5 ? ROW_MM.alone : ROW_MM.drawn;
  // A vote stays together as long as it fits a sheet.
  const isLong = rows.length * hMm > TEXT.h - 80;
  return [
    heading(question, 2, measure, { hand: 'kop', sizeMm: 9.6, leadMm: 10.4 }, TEXT.w, gapMm),
    paragraph(outcome, measure, { hand: 'hand', sizeMm: 6.6, leadMm: 8 }, TEXT.w, 1, { keep: true }),
    headBlock(composer),
    ...rows.map((row, i) => rowBlock(row, hMm, hasDrawings, isLong && i > 1, composer)),
    paragraph(`${facts.join('. ')}.`, measure, { hand: 'face', ...SMALL, color: PALETTE.stil }, TEXT.w, 3),
  ];
}

/** The result of every revealed vote as bars with numbers. */
export function voteSheets(votes: readonly ReportVote[], composer: Composer): readonly (readonly PrintedPart[])[] {
  const { locale, measure } = composer;
  if (votes.length === 0) return [];
  return flowed([
    partTitle(say(locale, 'report.votes'), measure),
    paragraph(say(locale, 'report.votesAbout'), measure, { hand: 'face', ...BODY, color: PALETTE.stil }, TEXT.w, 4),
    ...votes.flatMap((vote, i) => voteBlocks(vote, i === 0 ? 9 : 15, votes.length === 1, composer)),
  ], [TEXT]);
}
