import { layLines, LINE_EM, type LetteringLine, type MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { LEFT, RIGHT, WIDTH, type Composer } from './charterLayout.ts';
import { fittedLetter, letter, letterLine, numberBadge, penLine } from './compose.ts';
import type { PrintedItem, PrintedPart } from './printedSheet.ts';

/** As many places are left to write points by hand when there is none yet. */
const BLANK_POINTS = 5;
/** Sizes of the points at their largest, mm; all are made smaller together when there is more to say. */
const POINT = { text: 8.2, more: 5.6, gap: 4.6, badge: 5.2 } as const;
/** From the top of the points to where the first of them begins. */
export const POINTS_HEAD = 12.6;

/** A point, or a part of one that is longer than a sheet: its lines and how high they are, mm. Only the first part has its number. */
export type LaidPoint = { readonly number: number; readonly isFirst: boolean; readonly lines: readonly LetteringLine[]; readonly more: readonly LetteringLine[]; readonly h: number };

const indent = (shrink: number): number => (2 * POINT.badge + 5) * shrink;
const textLead = (shrink: number): number => POINT.text * 1.05 * shrink;
const moreLead = (shrink: number): number => POINT.more * LINE_EM * shrink;
const heightOf = (lines: number, more: number, shrink: number): number => Math.max(lines * textLead(shrink) + more * moreLead(shrink), 2 * POINT.badge * shrink);

/** Lays out all points at a size. */
export function layPoints({ charter, measure }: Composer, shrink: number): readonly LaidPoint[] {
  const widthMm = WIDTH - indent(shrink);
  return charter.points.map(({ text, more }, i) => {
    const lines = text.trim() === '' ? [] : layLines(text, 'kop', measure, widthMm / (POINT.text * shrink));
    const below = more.trim() === '' ? [] : layLines(more, 'hand', measure, widthMm / (POINT.more * shrink));
    return { number: i + 1, isFirst: true, lines, more: below, h: heightOf(lines.length, below.length, shrink) };
  });
}

/** How high points are below each other, mm. */
export function pointsHeight(laid: readonly LaidPoint[], shrink: number): number {
  return laid.reduce((sum, { h }) => sum + h, 0) + Math.max(0, laid.length - 1) * POINT.gap * shrink;
}

/** A point in parts that are no higher than `room`, mm. */
function cutPoint(point: LaidPoint, room: number, shrink: number): readonly LaidPoint[] {
  if (point.h <= room) return [point];
  const parts: LaidPoint[] = [];
  let { lines, more } = point;
  while (lines.length + more.length > 0) {
    const nowLines = lines.slice(0, Math.max(1, Math.floor(room / textLead(shrink))));
    const left = room - nowLines.length * textLead(shrink);
    const nowMore = nowLines.length < lines.length ? [] : more.slice(0, Math.max(nowLines.length === 0 ? 1 : 0, Math.floor(left / moreLead(shrink))));
    parts.push({ number: point.number, isFirst: parts.length === 0, lines: nowLines, more: nowMore, h: heightOf(nowLines.length, nowMore.length, shrink) });
    lines = lines.slice(nowLines.length);
    more = more.slice(nowMore.length);
  }
  return parts;
}

/** Deals points out over sheets, in their order. @param rooms height on the first sheet and on every further one, mm */
export function dealPoints(laid: readonly LaidPoint[], rooms: { readonly first: number; readonly next: number }, shrink: number): readonly (readonly LaidPoint[])[] {
  const sheets: LaidPoint[][] = [[]];
  let left = rooms.first;
  for (const point of laid.flatMap((whole) => cutPoint(whole, rooms.next, shrink))) {
    let sheet = sheets[sheets.length - 1] as LaidPoint[];
    if (point.h > left) {
      sheets.push((sheet = []));
      left = rooms.next;
    }
    sheet.push(point);
    left -= point.h + POINT.gap * shrink;
  }
  return sheets;
}

/** Numbered lines to write on by hand. */
function blankPoints(top: number, room: number, measure: MeasureEm): PrintedPart {
  const pitch = room / BLANK_POINTS;
  const ops = Array.from({ length: BLANK_POINTS }, (_, i): readonly PaintOp[] => {
    const y = top + pitch * (i + 0.5);
    const x = LEFT + indent(1);
    return [...numberBadge(i + 1, { x: LEFT + POINT.badge, y }, POINT.badge, measure), penLine([{ x, y: y + 4 }, { x: (x + RIGHT) / 2, y: y + 4.3 }, { x: RIGHT, y: y + 3.9 }], 0.4, false, `blank ${i}`, PALETTE.grijs2)];
  });
  return { kind: 'decoration', ops: ops.flat() };
}

const spoken = (lines: readonly LetteringLine[]): string => lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');

/** Points on one sheet from `top` down, with what they are called above them. @param bottom where they have to end, mm */
export function pointParts(laid: readonly LaidPoint[], { top, bottom, shrink, continued }: { readonly top: number; readonly bottom: number; readonly shrink: number; readonly continued: boolean }, composer: Composer): readonly PrintedPart[] {
  const { charter, measure, locale } = composer;
  const headY = top + 5.6;
  const title = say(locale, 'charter.points');
  const titleW = measure(title, 'kop') * 11.4;
  const beside = say(locale, continued ? 'print.continued' : 'charter.forNow');
  const head: readonly PrintedPart[] = [
    { kind: 'heading', level: 2, ops: [letter(title, measure, { hand: 'kop', sizeMm: 11.4, at: { x: LEFT, y: headY } })] },
    { kind: 'paragraph', ops: [fittedLetter(beside, measure, { hand: 'hand', sizeMm: 5.8, at: { x: LEFT + titleW + 7, y: headY }, color: PALETTE.stil }, WIDTH - titleW - 7)] },
  ];
  const first = top + POINTS_HEAD;
  if (laid.length === 0) return charter.points.length === 0 ? [...head, blankPoints(first, bottom - first, measure)] : [];
  // A few points breathe, but stay together.
  const gap = laid.length > 1 ? Math.min(POINT.gap * 1.7, (bottom - first - pointsHeight(laid, 0)) / (laid.length - 1)) : 0;
  const x = LEFT + indent(shrink);
  let y = first;
  const items = laid.map(({ number, isFirst, lines, more, h }): PrintedItem => {
    const baseline = lines.length === 1 && more.length === 0 ? y + POINT.badge * shrink + POINT.text * 0.27 * shrink : y + POINT.text * 0.82 * shrink;
    const below = baseline + (lines.length - 1) * textLead(shrink) + POINT.more * 1.22 * shrink;
    const ops = [
      ...(isFirst ? numberBadge(number, { x: LEFT + POINT.badge * shrink, y: y + POINT.badge * shrink }, POINT.badge * shrink, measure) : []),
      ...lines.map((line, n) => letterLine(line, { hand: 'kop', sizeMm: POINT.text * shrink, at: { x, y: baseline + n * textLead(shrink) } })),
      ...more.map((line, n) => letterLine(line, { hand: 'hand', sizeMm: POINT.more * shrink, at: { x, y: below + n * moreLead(shrink) } })),
    ];
    y += h + gap;
    return { ops, read: `${isFirst ? `${number}. ` : ''}${[spoken(lines), spoken(more)].filter((part) => part.trim() !== '').join(' ')}` };
  });
  return [...head, { kind: 'list', items }];
}
