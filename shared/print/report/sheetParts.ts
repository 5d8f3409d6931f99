import { layLines, widestEm, type Hand, type LetteringLine, type MeasureEm } from '../../board/lettering.ts';
import { PALETTE } from '../../board/palette.ts';
import type { Box, Point, Size } from '../../geometry/box.ts';
import { fittedLetter, letter, letterLine, penLine } from '../compose.ts';
import type { PrintedPart } from '../printedSheet.ts';
import type { FlowBlock } from './flow.ts';

/** Sheets of a report are A4 upright, but for pages of the board that lie. */
export const SHEET: Size = { w: 210, h: 297 };
/** Where the text of a sheet stands. The foot lies below it. */
export const TEXT: Box = { x: 20, y: 20, w: 170, h: 256 };

/** Sizes and line distances of running text, mm. */
export const BODY = { sizeMm: 4.1, leadMm: 5.8 } as const;
export const SMALL = { sizeMm: 3.7, leadMm: 5.2 } as const;

/** How running lettering looks. */
export type TextStyle = { readonly hand: Hand; readonly sizeMm: number; readonly leadMm: number; readonly color?: string };

/** Lines of a text as they are painted from a top left corner; a word that is too wide makes its line smaller. */
export function textLines(text: string, measure: MeasureEm, { hand, sizeMm, leadMm, color = PALETTE.ink }: TextStyle, widthMm: number): { readonly hMm: number; readonly lines: readonly LetteringLine[]; readonly ops: (at: Point) => ReturnType<typeof letterLine>[] } {
  const lines = layLines(text, hand, measure, widthMm / sizeMm);
  const ops = ({ x, y }: Point) => lines.map((line, i) => letterLine(line, { hand, sizeMm: Math.min(sizeMm, widthMm / Math.max(line.widthEm, 0.01)), at: { x, y: y + leadMm * (i + 0.5) + sizeMm * 0.33 }, color }));
  return { hMm: lines.length * leadMm, lines, ops };
}

/** A paragraph of running text as a block. */
export function paragraph(text: string, measure: MeasureEm, style: TextStyle, widthMm: number, gapMm: number, more: Partial<Pick<FlowBlock, 'keep'>> = {}): FlowBlock {
  const { hMm, ops } = textLines(text, measure, style, widthMm);
  return { hMm, gapMm, ...more, lay: (at) => [{ kind: 'paragraph', ops: ops(at) }] };
}

/** A heading as a block; it stays with what comes after it. */
export function heading(text: string, level: 2 | 3 | 4, measure: MeasureEm, style: TextStyle, widthMm: number, gapMm: number): FlowBlock {
  const { hMm, ops } = textLines(text, measure, style, widthMm);
  return { hMm, gapMm, keep: true, lay: (at) => [{ kind: 'heading', level, ops: ops(at) }] };
}

/** Sizes of lettering that are tried for the title of a part, mm. */
const TITLE_SIZES = [15, 13, 11, 9, 7.5] as const;

/** The title of a part of the report with a stroke of the marker under it: a block, to be kept at the top of a sheet. */
export function partTitle(text: string, measure: MeasureEm): FlowBlock {
  const sizeMm = TITLE_SIZES.find((size) => widestEm(layLines(text, 'kop', measure, TEXT.w / size)) * size <= TEXT.w && layLines(text, 'kop', measure, TEXT.w / size).length <= 2) ?? 6;
  const { hMm, lines, ops } = textLines(text, measure, { hand: 'kop', sizeMm, leadMm: sizeMm * 1.02 }, TEXT.w);
  const lastW = Math.min(TEXT.w, (lines.at(-1)?.widthEm ?? 0) * sizeMm);
  return {
    hMm: hMm + 4, gapMm: 0, keep: true,
    lay: ({ x, y }) => [{ kind: 'heading', level: 1, ops: [penLine([{ x, y: y + hMm + 1.6 }, { x: x + lastW / 2, y: y + hMm + 1 }, { x: x + lastW * 0.96, y: y + hMm + 1.7 }], 1.6, false, text, PALETTE.groen), ...ops({ x, y })] }],
  };
}

/** A hand-drawn rule across the text. */
export const ruleAt = (y: number, seed: string, x = TEXT.x, w = TEXT.w): PrintedPart => ({ kind: 'decoration', ops: [penLine([{ x, y }, { x: x + w / 2, y: y + 0.4 }, { x: x + w, y: y - 0.2 }], 0.6, false, seed, PALETTE.grijs2)] });

/**
 * What stands at the foot of a sheet: of what it is a sheet, and which. It is decoration: a reader has the page number already.
 * @param left null where the sheet has words of its own there: only the number then, below them
 */
export function foot({ w, h }: Size, left: string | null, number: number, of: number, measure: MeasureEm): PrintedPart {
  const style = { hand: 'face', sizeMm: 3.5, color: PALETTE.stil } as const;
  const which = `${number} / ${of}`;
  if (left === null) return { kind: 'decoration', ops: [letter(which, measure, { ...style, at: { x: w - 14, y: h - 6 }, align: 'right' })] };
  const marginMm = w > h ? 14 : TEXT.x;
  return { kind: 'decoration', ops: [fittedLetter(left, measure, { ...style, at: { x: marginMm, y: h - 10 } }, w - 2 * marginMm - 24), letter(which, measure, { ...style, at: { x: w - marginMm, y: h - 10 }, align: 'right' })] };
}
