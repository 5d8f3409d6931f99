import { layLines, widestEm } from '../../board/lettering.ts';
import { PALETTE } from '../../board/palette.ts';
import type { Box } from '../../geometry/box.ts';
import type { PaintOp } from '../../scene/sceneNode.ts';
import { say } from '../../strings/say.ts';
import { fittedLetter, letter, letterLine, markerFill, penLine, ringIn } from '../compose.ts';
import type { PrintedItem, PrintedPart } from '../printedSheet.ts';
import { drawingOf } from '../winnerDrawing.ts';
import type { Composer } from './composer.ts';
import { legibleOnWhite } from './legible.ts';
import type { Report } from './report.ts';
import { ruleAt, TEXT, textLines } from './sheetParts.ts';

/** A part of the report and the number of the sheet where it begins. */
export type ContentsLine = { readonly title: string; readonly number: number };

const TITLE_SIZES = [30, 27, 24, 21, 18, 15.5, 13, 11, 9] as const;
const TITLE_TOP = 38;
const TITLE_ROOM = 62;
const CONTENTS_TOP = 224;
const CONTENTS_W = 104;
const LINE_MM = 7.2;

/** The name of the session, as large as it can be in three lines, with a stroke of the marker under it. */
function titlePart(title: string, { measure }: Composer): { readonly part: PrintedPart; readonly bottom: number } {
  const linesAt = (size: number) => layLines(title, 'kop', measure, TEXT.w / size);
  const sizeMm = TITLE_SIZES.find((size) => linesAt(size).length * size <= TITLE_ROOM && linesAt(size).length <= (size > 15 ? 2 : 4) && widestEm(linesAt(size)) * size <= TEXT.w) ?? 7;
  const lines = linesAt(sizeMm);
  const first = TITLE_TOP + sizeMm * 0.72;
  const bottom = first + (lines.length - 1) * sizeMm * 0.95;
  const lastW = Math.min(TEXT.w, (lines.at(-1)?.widthEm ?? 0) * sizeMm);
  const y = bottom + sizeMm * 0.24;
  const stroke = penLine([{ x: TEXT.x, y }, { x: TEXT.x + lastW / 2, y: y - 0.8 }, { x: TEXT.x + lastW * 0.95, y: y + 0.2 }], 2.6, false, 'title', PALETTE.groen);
  return { part: { kind: 'heading', level: 1, ops: [stroke, ...lines.map((line, i) => letterLine(line, { hand: 'kop', sizeMm, at: { x: TEXT.x, y: first + i * sizeMm * 0.95 } }))] }, bottom: y + 3 };
}

/** What was heard most, lettered large, where nothing was drawn for the winner. */
function wordsOps({ winner, traits }: Report, box: Box, { measure }: Composer): readonly PaintOp[] {
  if (winner) return [fittedLetter(winner.label, measure, { hand: 'kop', sizeMm: 34, at: { x: box.x + box.w / 2, y: box.y + box.h / 2 + 8 }, align: 'middle' }, box.w * 0.8)];
  const words = traits.slice(0, 4);
  const pitch = 17;
  const top = box.y + box.h / 2 - ((words.length - 1) * pitch) / 2 + 5;
  return words.map(({ text, color }, i) => fittedLetter(text, measure, { hand: 'kop', sizeMm: i === 0 ? 19 : 14, at: { x: box.x + box.w / 2, y: top + i * pitch }, align: 'middle', color: legibleOnWhite(color) }, box.w * 0.74));
}

/** What the room chose on a wash of colour; the words heard most where it chose nothing; nothing on an empty board. */
function heroParts(report: Report, box: Box, composer: Composer): readonly PrintedPart[] {
  const { winner } = report;
  const drawing = winner && drawingOf(winner, composer.context, { x: box.x + 8, y: box.y + 4, w: box.w - 16, h: box.h - 8 });
  const words = drawing ? [] : wordsOps(report, box, composer);
  if (!drawing && words.length === 0) return [];
  const w = drawing ? Math.min(box.w, box.h * 1.25) : box.w;
  const ring = ringIn({ ...box, x: box.x + (box.w - w) / 2, w });
  const wash: PrintedPart = { kind: 'decoration', ops: [markerFill(ring, PALETTE.perzik, 'hero')] };
  if (drawing && winner) return [wash, { kind: 'figure', alt: say(composer.locale, 'print.winnerPicture', { name: winner.label }), box, ops: [], drawing }];
  return [wash, { kind: 'paragraph', ops: words }];
}

/** A line of the contents with dots up to the number of its sheet. */
function contentsItem({ title, number }: ContentsLine, y: number, { measure, locale }: Composer): PrintedItem {
  const style = { hand: 'face', sizeMm: 4.5 } as const;
  const from = TEXT.x + measure(title, 'face') * style.sizeMm + 2.4;
  const to = TEXT.x + CONTENTS_W - 8;
  const dots: readonly PaintOp[] = to - from > 4 ? [{ op: 'stroke', path: { data: [0, from, y - 0.6, 1, to, y - 0.6] }, color: PALETTE.grijs2, widthUnits: 0.5, dashUnits: [0.01, 1.9] }] : [];
  return {
    ops: [fittedLetter(title, measure, { ...style, at: { x: TEXT.x, y } }, CONTENTS_W - 10), ...dots, letter(String(number), measure, { ...style, at: { x: TEXT.x + CONTENTS_W, y }, align: 'right' })],
    read: say(locale, 'report.contentsLine', { title, number }),
  };
}

/** The numbers of the session beside the contents. */
function factItems({ facts }: Report, { measure }: Composer): readonly PrintedItem[] {
  const x = TEXT.x + CONTENTS_W + 16;
  const w = TEXT.x + TEXT.w - x;
  return facts.map(({ number, text }, i): PrintedItem => {
    const y = CONTENTS_TOP + 12 + i * 17.5;
    return { ops: [fittedLetter(number, measure, { hand: 'kop', sizeMm: 11, at: { x, y } }, w), fittedLetter(text, measure, { hand: 'face', sizeMm: 3.9, at: { x, y: y + 5 }, color: PALETTE.stil }, w)], read: `${number} ${text}` };
  });
}

/** The first sheet: what it is, of which session, what the room chose, and what stands where. */
export function coverParts(report: Report, contents: readonly ContentsLine[], composer: Composer): readonly PrintedPart[] {
  const { measure, locale } = composer;
  const { part, bottom } = titlePart(report.title, composer);
  const place = textLines(report.place, measure, { hand: 'hand', sizeMm: 7, leadMm: 8.4, color: PALETTE.stil }, TEXT.w);
  const heroTop = bottom + place.hMm + 9;
  const dream = report.dream === '' ? null : textLines(report.dream, measure, { hand: 'hand', sizeMm: 7.6, leadMm: 9 }, TEXT.w);
  const hero: Box = { x: TEXT.x + 10, y: heroTop, w: TEXT.w - 20, h: Math.max(30, CONTENTS_TOP - 10 - (dream ? dream.hMm + 6 : 0) - heroTop) };
  const facts = factItems(report, composer);
  return [
    { kind: 'paragraph', ops: [letter(say(locale, 'report.name'), measure, { hand: 'hand', sizeMm: 7.6, at: { x: TEXT.x, y: 29 }, color: PALETTE.stil })] },
    part,
    { kind: 'paragraph', ops: place.ops({ x: TEXT.x, y: bottom + 2 }) },
    ...heroParts(report, hero, composer),
    ...(dream ? [{ kind: 'paragraph', ops: dream.ops({ x: TEXT.x, y: CONTENTS_TOP - 6 - dream.hMm }) } as const] : []),
    ruleAt(CONTENTS_TOP, 'above contents'),
    { kind: 'heading', level: 2, ops: [letter(say(locale, 'report.contents'), measure, { hand: 'kop', sizeMm: 7, at: { x: TEXT.x, y: CONTENTS_TOP + 11 } })] },
    { kind: 'list', items: contents.map((line, i) => contentsItem(line, CONTENTS_TOP + 20 + i * LINE_MM, composer)) },
    ...(facts.length > 0 ? [{ kind: 'list', items: facts } as const] : []),
  ];
}
