import type { Locale, Table } from '../board/board.ts';
import type { MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import { translation } from '../geometry/matrix.ts';
import { PRINT_PAPER } from '../paint/printSurface.ts';
import { disk } from '../scene/disk.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { boxCorners, fittedLetter, letter, letterLines, markerFill, stampOps } from './compose.ts';
import { cardCorner, cutMarks, cutOrigin, type CutSheet } from './cutSheet.ts';
import type { PrintedPart, PrintedSheet } from './printedSheet.ts';
import { qrPath } from './qrPath.ts';
import { tableColors, tableSign, tableSignName } from './tableSign.ts';

/** A table and the codes of its seats, six signs each. */
export type SeatTable = { readonly table: Pick<Table, 'number' | 'color'>; readonly codes: readonly string[] };

/** What is on the cards besides codes. `url` is what phones open; null leaves the QR code out. */
export type SeatCardsSetting = { readonly title: string; readonly url: string | null; readonly locale: Locale };

/** Ten cards as large as a bank card on an A4. */
const CUT: CutSheet = { sheet: { w: 210, h: 297 }, card: { w: 85, h: 54 }, columns: 2, rows: 5 };
const CARDS_PER_SHEET = CUT.columns * CUT.rows;

/** What stays white inside each cut, mm: nobody cuts straighter than that. */
const AIR_MM = 3;
const STRIP_MM = 15;
const TEXT_X = AIR_MM + STRIP_MM + 3.5;
const QR_MM = 23;
/** Four modules of the smallest code that holds an address and a seat code stay white on every side of it. */
const QR_AT = { x: CUT.card.w - 3.4 - QR_MM, y: CUT.card.h - 3.4 - QR_MM };
const TEXT_WIDTH_MM = QR_AT.x - 3.4 - TEXT_X;
const BLACK = '#000000';

/** One card as it is filled in. */
type Card = { readonly number: number; readonly color: Table['color']; readonly code: string; readonly card: number; readonly cards: number };

/** "KMR4TX" as it is read out and typed: two groups of three. */
const inThrees = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The address that a person types: without what every browser adds by itself. */
export const shortAddress = (url: string): string => url.replace(/^http:\/\//, '').replace(/\/$/, '');

/** What the QR code opens: the code goes in the fragment, which never leaves the phone with a request. */
export const seatUrl = (url: string, code: string): string => `${url}#${code}`;

/** The strip in the table's colour with its number and its sign. */
function stripOps({ number, color, card, cards }: Card, measure: MeasureEm, locale: Locale): readonly PaintOp[] {
  const { fill, numeral } = tableColors(color);
  const middle = AIR_MM + STRIP_MM / 2;
  const signAt = { x: middle, y: 36.2 };
  return [
    markerFill(boxCorners(AIR_MM, AIR_MM, STRIP_MM, CUT.card.h - 2 * AIR_MM), fill, `strip ${number} ${card}`),
    letter(say(locale, 'print.table'), measure, { hand: 'hand', sizeMm: 5.2, at: { x: middle, y: 8.8 }, align: 'middle', color: numeral }),
    fittedLetter(String(number), measure, { hand: 'kop', sizeMm: 18, at: { x: middle, y: 24.4 }, align: 'middle', color: numeral }, STRIP_MM - 3),
    { op: 'fill', path: disk(signAt.x, signAt.y, 6.4), color: PRINT_PAPER, opacity: 1 },
    ...stampOps(tableSign(number), { x: signAt.x - 4.7, y: signAt.y - 4.7 }, 9.4, 46, PRINT_PAPER),
    letter(say(locale, 'print.cardCount', { card, cards }), measure, { hand: 'face', sizeMm: 3.3, at: { x: middle, y: 48.3 }, align: 'middle', color: numeral }),
  ];
}

/** What to do with the code, beside the QR code or, without address, over the whole width. */
function adviceParts({ url, locale }: SeatCardsSetting, code: string, measure: MeasureEm, matrix: ReturnType<typeof translation>): readonly PrintedPart[] {
  const personal = (y: number, widthMm: number): PrintedPart =>
    ({ kind: 'paragraph', matrix, ops: letterLines(say(locale, 'print.onePerson'), measure, { hand: 'face', sizeMm: 3.4, at: { x: TEXT_X, y } }, widthMm, 4.5) });
  if (url === null) {
    const widthMm = CUT.card.w - AIR_MM - 1 - TEXT_X;
    return [
      { kind: 'paragraph', matrix, ops: letterLines(say(locale, 'print.scanOnScreen'), measure, { hand: 'face', sizeMm: 4.1, at: { x: TEXT_X, y: 33 } }, widthMm, 5.6) },
      personal(48.3, widthMm),
    ];
  }
  const { path } = qrPath(seatUrl(url, code), QR_AT.x, QR_AT.y, QR_MM);
  return [
    { kind: 'paragraph', matrix, ops: [
      letter(say(locale, 'print.scanOrType'), measure, { hand: 'face', sizeMm: 4, at: { x: TEXT_X, y: 31.4 } }),
      fittedLetter(shortAddress(url), measure, { hand: 'faceBold', sizeMm: 4.4, at: { x: TEXT_X, y: 36.9 }, color: BLACK }, TEXT_WIDTH_MM),
    ] },
    personal(43.8, TEXT_WIDTH_MM),
    { kind: 'figure', matrix, alt: say(locale, 'print.qrOf'), box: { x: QR_AT.x, y: QR_AT.y, w: QR_MM, h: QR_MM }, ops: [{ op: 'fill', path, color: BLACK, opacity: 1 }] },
  ];
}

function cardParts(card: Card, index: number, setting: SeatCardsSetting, measure: MeasureEm): PrintedPart {
  const { x, y } = cardCorner(CUT, index);
  const matrix = translation(x, y);
  const { locale } = setting;
  return {
    kind: 'section',
    title: say(locale, 'print.cardTitle', { card: card.card, cards: card.cards }),
    parts: [
      { kind: 'decoration', matrix, ops: stripOps(card, measure, locale) },
      { kind: 'heading', level: 2, matrix, ops: [letter(say(locale, 'print.yourCode'), measure, { hand: 'kop', sizeMm: 7.2, at: { x: TEXT_X, y: 9.6 } })] },
      { kind: 'paragraph', matrix, ops: [fittedLetter(inThrees(card.code), measure, { hand: 'faceBold', sizeMm: 12.4, at: { x: TEXT_X - 0.3, y: 21.6 }, color: BLACK }, CUT.card.w - AIR_MM - TEXT_X)] },
      ...adviceParts(setting, card.code, measure, matrix),
    ],
  };
}

function headParts({ number, setting: { title, locale }, measure }: { readonly number: number; readonly setting: SeatCardsSetting; readonly measure: MeasureEm }): readonly PrintedPart[] {
  const { x, y } = cutOrigin(CUT);
  const style = { hand: 'face', sizeMm: 3.3, align: 'middle', color: PALETTE.stil } as const;
  const column = (i: number): { readonly x: number; readonly y: number } => ({ x: x + (i + 0.5) * CUT.card.w, y: y - 3.6 });
  return [
    { kind: 'heading', level: 1, ops: [fittedLetter(say(locale, 'print.seatCardsOf', { number, sign: tableSignName(number, locale), title }), measure, { ...style, at: column(0) }, CUT.card.w - 12)] },
    { kind: 'paragraph', ops: [fittedLetter(say(locale, 'print.cutHere'), measure, { ...style, at: column(1) }, CUT.card.w - 12)] },
  ];
}

/**
 * Cards with a voting code for each seat, to be cut: A4, ten cards of 85 × 54 mm, each table on sheets of its own in its
 * colour. Number, sign and black letters say everything that the colour says.
 */
export function seatCardSheets(tables: readonly SeatTable[], setting: SeatCardsSetting, measure: MeasureEm): readonly PrintedSheet[] {
  return tables.flatMap(({ table: { number, color }, codes }) => {
    const cards = codes.map((code, i): Card => ({ number, color, code, card: i + 1, cards: codes.length }));
    return Array.from({ length: Math.ceil(cards.length / CARDS_PER_SHEET) }, (_, sheet): PrintedSheet => {
      const onSheet = cards.slice(sheet * CARDS_PER_SHEET, (sheet + 1) * CARDS_PER_SHEET);
      return {
        sizeMm: CUT.sheet,
        bookmark: sheet === 0 ? say(setting.locale, 'print.tableNumber', { number }) : null,
        parts: [
          ...headParts({ number, setting, measure }),
          ...onSheet.map((card, i) => cardParts(card, i, setting, measure)),
          { kind: 'decoration', ops: [cutMarks(CUT, onSheet.length)] },
        ],
      };
    });
  });
}
