import type { Locale, Table } from '../board/board.ts';
import { layLines, LINE_EM, type MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import type { Size } from '../geometry/box.ts';
import { rotation, translation, type Matrix } from '../geometry/matrix.ts';
import { PRINT_PAPER } from '../paint/printSurface.ts';
import { disk } from '../scene/disk.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { boxCorners, fittedLetter, hairLines, letter, letterLine, markerFill, numberBadge, penLine, stampOps } from './compose.ts';
import { movedParts, paintedParts, type PrintedItem, type PrintedPart, type PrintedSheet } from './printedSheet.ts';
import { tableColors, tableSign, tableSignName } from './tableSign.ts';

/** What is on the signs besides the table: the title of the session and what it asks, three questions at most. */
export type TableSignsSetting = { readonly title: string; readonly questions: readonly string[]; readonly locale: Locale };

/** A4 upright, folded across its middle to a tent of two faces. */
const SHEET: Size = { w: 210, h: 297 };
const FACE: Size = { w: SHEET.w, h: SHEET.h / 2 };
const MARGIN_MM = 10;
const BLOCK_MM = 66;
const ASK_X = MARGIN_MM + BLOCK_MM + 10;
const ASK_WIDTH_MM = FACE.w - MARGIN_MM - ASK_X;
const NUMBER_DISK_MM = 6.2;
/** Where a question begins, right of its number. */
const QUESTION_X = ASK_X + 2 * NUMBER_DISK_MM + 4;
const QUESTION_WIDTH_MM = FACE.w - MARGIN_MM - QUESTION_X;
/** The room for questions below the title, and the sizes of lettering that are tried: 10 mm can be read from two metres. */
const ASK_FROM_MM = 40;
const ASK_TO_MM = FACE.h - MARGIN_MM;
const QUESTION_SIZES_MM = [12.5, 11.6, 10.8, 10, 9, 8, 7.2, 6.4, 5.6, 5] as const;
/** Space between two questions, in ems. */
const GAP_EM = 0.75;

/** Where number and sign stand on their block: below each other on a narrow one, side by side when it is the whole face. */
type BlockPlan = { readonly w: number; readonly wordX: number; readonly numberMm: number; readonly sign: { readonly x: number; readonly y: number; readonly r: number } };
const BESIDE_QUESTIONS: BlockPlan = { w: BLOCK_MM, wordX: BLOCK_MM / 2, numberMm: 70, sign: { x: BLOCK_MM / 2, y: 108.5, r: 22.5 } };
const ALONE: BlockPlan = { w: FACE.w - 2 * MARGIN_MM, wordX: 57, numberMm: 118, sign: { x: 137, y: FACE.h / 2, r: 40 } };

/** The block in the table's colour: what one looks for from the door. */
function blockParts(table: Pick<Table, 'number' | 'color'>, plan: BlockPlan, measure: MeasureEm, locale: Locale): readonly PrintedPart[] {
  const { number } = table;
  const { fill, numeral } = tableColors(table.color);
  const { w, numberMm } = plan;
  const sign = { ...plan.sign, x: MARGIN_MM + plan.sign.x };
  const wordX = MARGIN_MM + plan.wordX;
  const half = sign.r * 0.71;
  return [
    { kind: 'decoration', ops: [markerFill(boxCorners(MARGIN_MM, MARGIN_MM, w, FACE.h - 2 * MARGIN_MM), fill, `block ${number}`)] },
    { kind: 'heading', level: 1, ops: [
      letter(say(locale, 'print.table'), measure, { hand: 'hand', sizeMm: numberMm / 5, at: { x: wordX, y: 10 + numberMm / 5 }, align: 'middle', color: numeral }),
      fittedLetter(String(number), measure, { hand: 'kop', sizeMm: numberMm, at: { x: wordX, y: 13 + numberMm * 0.945 }, align: 'middle', color: numeral }, Math.min(w - 14, 2 * plan.wordX - 14)),
    ] },
    { kind: 'figure', alt: say(locale, 'print.signOf', { sign: tableSignName(number, locale) }), box: { x: sign.x - sign.r, y: sign.y - sign.r, w: 2 * sign.r, h: 2 * sign.r }, ops: [
      { op: 'fill', path: disk(sign.x, sign.y, sign.r), color: PRINT_PAPER, opacity: 1 },
      ...stampOps(tableSign(number), { x: sign.x - half, y: sign.y - half }, 2 * half, 90, PRINT_PAPER),
    ] },
  ];
}

/** The largest lettering in which all questions fit below each other, and the lines they then have. */
function laidQuestions(questions: readonly string[], measure: MeasureEm): { readonly sizeMm: number; readonly lines: readonly (ReturnType<typeof layLines>)[] } {
  const tried = QUESTION_SIZES_MM.map((sizeMm) => ({ sizeMm, lines: questions.map((question) => layLines(question, 'hand', measure, QUESTION_WIDTH_MM / sizeMm)) }));
  const fits = ({ sizeMm, lines }: (typeof tried)[number]): boolean => {
    const ems = lines.reduce((sum, each) => sum + each.length * LINE_EM, 0) + (lines.length - 1) * GAP_EM;
    return ems * sizeMm <= ASK_TO_MM - ASK_FROM_MM && lines.every((each) => each.every(({ widthEm }) => widthEm * sizeMm <= QUESTION_WIDTH_MM + 0.01));
  };
  const largest = tried.find(fits) ?? (tried[tried.length - 1] as (typeof tried)[number]);
  const count = ({ lines }: (typeof tried)[number]): number => lines.reduce((sum, each) => sum + each.length, 0);
  // A little smaller is better than a last word alone on its line.
  return tried.find((other) => other.sizeMm < largest.sizeMm && other.sizeMm >= largest.sizeMm * 0.85 && count(other) < count(largest)) ?? largest;
}

/** The questions with their numbers in hand-drawn rings, spread over the height that there is. */
function questionItems(questions: readonly string[], measure: MeasureEm): readonly PrintedItem[] {
  const { sizeMm, lines } = laidQuestions(questions, measure);
  const leadMm = LINE_EM * sizeMm;
  const used = lines.reduce((sum, each) => sum + each.length * leadMm, 0);
  const gapMm = Math.min(GAP_EM * 2.2 * sizeMm, lines.length > 1 ? (ASK_TO_MM - ASK_FROM_MM - used) / (lines.length - 1) : 0);
  let top = ASK_FROM_MM;
  return lines.map((each, i): PrintedItem => {
    // The ring stands beside the middle of the first line's small letters.
    const at = { x: ASK_X + NUMBER_DISK_MM, y: top + leadMm * 0.55 };
    const ops: PaintOp[] = [
      ...numberBadge(i + 1, at, NUMBER_DISK_MM, measure),
      ...each.map((line, n) => letterLine(line, { hand: 'hand', sizeMm, at: { x: QUESTION_X, y: top + leadMm * (0.75 + n) } })),
    ];
    top += each.length * leadMm + gapMm;
    return { ops, read: `${i + 1}. ${questions[i] ?? ''}` };
  });
}

/** The words beside the block. */
function askParts(table: Pick<Table, 'name'>, { title, questions }: TableSignsSetting, measure: MeasureEm): readonly PrintedPart[] {
  const headline = table.name.trim() || title.trim();
  return [
    { kind: 'paragraph', ops: [fittedLetter(headline, measure, { hand: 'kop', sizeMm: 13, at: { x: ASK_X, y: 24 } }, ASK_WIDTH_MM)] },
    { kind: 'decoration', ops: [penLine([{ x: ASK_X, y: 30.5 }, { x: ASK_X + ASK_WIDTH_MM / 2, y: 30 }, { x: FACE.w - MARGIN_MM, y: 30.6 }], 0.9, false, 'rule')] },
    { kind: 'list', items: questionItems(questions, measure) },
  ];
}

/** One face as it is read, upright, from its top left corner; without questions the block has all of it. */
function faceParts(table: Pick<Table, 'number' | 'color' | 'name'>, setting: TableSignsSetting, measure: MeasureEm): readonly PrintedPart[] {
  const asks = setting.questions.length > 0;
  return [
    ...blockParts(table, asks ? BESIDE_QUESTIONS : ALONE, measure, setting.locale),
    ...(asks ? askParts(table, setting, measure) : []),
  ];
}

/** The parts as mere decoration: a second showing of what was read already. */
const asDecoration = (parts: readonly PrintedPart[], matrix: Matrix): PrintedPart => ({ kind: 'decoration', matrix, ops: paintedParts(parts).flatMap(({ ops }) => ops) });

/** Where to fold: dashes at both edges, and a word about it. */
function foldParts(measure: MeasureEm, locale: Locale): readonly PrintedPart[] {
  const y = FACE.h;
  return [
    { kind: 'decoration', ops: [hairLines([[5, y, 14, y], [FACE.w - 14, y, FACE.w - 5, y]], [1.5, 1.2])] },
    { kind: 'decoration', ops: [letter(say(locale, 'print.foldHere'), measure, { hand: 'face', sizeMm: 2.8, at: { x: FACE.w / 2, y: y + 1 }, align: 'middle', color: PALETTE.stil })] },
  ];
}

/**
 * A sign for each table, one on an A4 that is folded across its middle: number, sign and colour on both faces, and what
 * the session asks.
 */
export function tableSignSheets(tables: readonly Table[], setting: TableSignsSetting, measure: MeasureEm): readonly PrintedSheet[] {
  return tables.map((table): PrintedSheet => {
    const face = faceParts(table, setting, measure);
    return {
      sizeMm: SHEET,
      bookmark: say(setting.locale, 'print.tableNumber', { number: table.number }),
      parts: [
        ...movedParts(face, translation(0, FACE.h)),
        asDecoration(face, rotation(Math.PI, { x: FACE.w / 2, y: FACE.h / 2 })),
        ...foldParts(measure, setting.locale),
      ],
    };
  });
}
