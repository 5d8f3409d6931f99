import type { MeasureEm } from '../../board/lettering.ts';
import { PALETTE, type InkName } from '../../board/palette.ts';
import { say } from '../../strings/say.ts';
import { fittedLetter, fittingSize, letter, markerFill, ringIn } from '../compose.ts';
import type { PrintedItem, PrintedPart } from '../printedSheet.ts';
import { drawingOf } from '../winnerDrawing.ts';
import type { Composer } from './composer.ts';
import { flowed, type FlowBlock } from './flow.ts';
import { legibleOnWhite } from './legible.ts';
import type { HeardWord, Report } from './report.ts';
import { BODY, heading, paragraph, partTitle, SMALL, TEXT, textLines } from './sheetParts.ts';

/** Words of a kind that are lettered by hand; those after them, which were heard least, are set as running text. */
const MOST_LETTERED = 30;
const LETTERED_MM = { least: 7.4, most: 15 } as const;
const WORD_GAP_MM = 10;

/** What is said of how often a word was heard. */
const heard = ({ times }: HeardWord, { locale }: Composer): string => say(locale, 'print.heard', { count: times });

/** A word at the size of how often it was heard, from the least to the most often heard of all. */
type Lettered = { readonly word: HeardWord; readonly sizeMm: number; readonly widthMm: number };

function letteredWords(words: readonly HeardWord[], measure: MeasureEm, composer: Composer): readonly Lettered[] {
  const most = Math.max(2, ...words.map(({ times }) => times));
  return words.map((word) => {
    const wanted = LETTERED_MM.least + ((LETTERED_MM.most - LETTERED_MM.least) * (word.times - 1)) / (most - 1);
    const sizeMm = fittingSize(word.text, 'kop', measure, wanted, TEXT.w);
    return { word, sizeMm, widthMm: Math.max(measure(word.text, 'kop') * sizeMm, measure(heard(word, composer), 'face') * SMALL.sizeMm) };
  });
}

/** Words beside each other as far as the width allows, on one baseline, each with how often it was heard under it. */
function wordRows(words: readonly Lettered[], composer: Composer): readonly FlowBlock[] {
  const rows: Lettered[][] = [];
  let used = Infinity;
  for (const word of words) {
    if (used + WORD_GAP_MM + word.widthMm > TEXT.w) {
      rows.push([]);
      used = -WORD_GAP_MM;
    }
    rows.at(-1)?.push(word);
    used += WORD_GAP_MM + word.widthMm;
  }
  return rows.flatMap((row, n) => {
    const tallest = Math.max(...row.map(({ sizeMm }) => sizeMm));
    let dx = 0;
    return row.map(({ word, sizeMm, widthMm }, i): FlowBlock => {
      const x = dx;
      dx += widthMm + WORD_GAP_MM;
      const isLast = i === row.length - 1;
      return {
        hMm: isLast ? tallest * 0.78 + 7 : 0, gapMm: i === 0 ? (n === 0 ? 4 : 3) : 0, keep: !isLast,
        lay: (at) => ({ item: lettered(word, sizeMm, at.x + x, at.y + tallest * 0.72, composer) }),
      };
    });
  });
}

function lettered(word: HeardWord, sizeMm: number, x: number, baseline: number, composer: Composer): PrintedItem {
  const { measure } = composer;
  const count = heard(word, composer);
  return {
    ops: [
      letter(word.text, measure, { hand: 'kop', sizeMm, at: { x, y: baseline }, color: legibleOnWhite(word.color) }),
      letter(count, measure, { hand: 'face', sizeMm: SMALL.sizeMm, at: { x, y: baseline + 5.4 }, color: PALETTE.stil }),
    ],
    read: `${word.text}, ${count}`,
  };
}

/** So many words are one paragraph of running text. */
const WORDS_TOGETHER = 60;

/** Words as running text, in paragraphs that a sheet can be broken between. */
function runningWords(words: readonly string[], gapMm: number, { measure }: Composer): readonly FlowBlock[] {
  const pieces = Array.from({ length: Math.ceil(words.length / WORDS_TOGETHER) }, (_, i) => words.slice(i * WORDS_TOGETHER, (i + 1) * WORDS_TOGETHER).join(' · '));
  return pieces.map((piece, i) => paragraph(piece, measure, { hand: 'face', ...BODY }, TEXT.w, i === 0 ? gapMm : 1));
}

/** How metaphors stand beside each other: three large ones, or four. mm. */
type Cell = { readonly across: number; readonly w: number; readonly h: number; readonly picture: number };
const CELL_GAP_MM = 4;

function cellFor(count: number): Cell {
  const across = count <= 3 ? 3 : 4;
  const w = (TEXT.w - CELL_GAP_MM * (across - 1)) / across;
  const picture = w * 0.76;
  return { across, w, picture, h: picture + 21 };
}

const WASHES = ['perzik', 'munt', 'hemel'] as const satisfies readonly InkName[];

/** A metaphor: its drawing on a wash of colour, its name, and whether the room chose it. */
function metaphorParts(word: HeardWord, x: number, y: number, wash: InkName, cell: Cell, { context, locale, measure }: Composer): readonly PrintedPart[] {
  const box = { x: x + (cell.w - cell.picture) / 2, y: y + 2, w: cell.picture, h: cell.picture };
  const drawing = drawingOf({ label: word.text, card: word.card }, context, box);
  const middle = x + cell.w / 2;
  const ring = ringIn({ x: x + 3, y: y + 1.5, w: cell.w - 6, h: cell.picture + 1 });
  const name = fittedLetter(word.text, measure, { hand: 'kop', sizeMm: drawing ? 8.4 : 10.5, at: { x: middle, y: drawing ? y + cell.picture + 9.4 : y + cell.picture / 2 + 5 }, align: 'middle' }, drawing ? cell.w : cell.w - 12);
  const under = word.won ? say(locale, 'report.chosenHere') : say(locale, 'print.heard', { count: word.times });
  const line = fittedLetter(under, measure, { hand: 'face', sizeMm: SMALL.sizeMm, at: { x: middle, y: y + cell.picture + (drawing ? 14.6 : 6.4) }, align: 'middle', color: PALETTE.stil }, cell.w);
  return [
    { kind: 'decoration', ops: [markerFill(ring, PALETTE[wash], `wash ${word.text}`)] },
    ...(drawing ? [{ kind: 'figure', alt: say(locale, 'report.drawingOf', { name: word.text }), box, ops: [], drawing } as const] : []),
    { kind: 'paragraph', ops: [name, line], read: `${word.text}, ${under}` },
  ];
}

/** Metaphors beside each other. */
function metaphorRows(words: readonly HeardWord[], composer: Composer): readonly FlowBlock[] {
  const cell = cellFor(words.length);
  const { across } = cell;
  const rows = Array.from({ length: Math.ceil(words.length / across) }, (_, i) => words.slice(i * across, (i + 1) * across));
  return rows.map((row, n): FlowBlock => ({
    hMm: cell.h, gapMm: 3,
    lay: ({ x, y }) => row.flatMap((word, i) => metaphorParts(word, x + i * (cell.w + CELL_GAP_MM), y, WASHES[(n * across + i) % WASHES.length] ?? 'munt', cell, composer)),
  }));
}

/** Up to so many metaphors all stand on a wash; of more only those that were drawn do, up to another number. */
const MOST_ON_WASH = { all: 8, drawn: 24 } as const;

/** The metaphors that stand on a wash of their own, and those that are lettered as words. */
function onWash(metaphors: readonly HeardWord[], { context }: Composer): { readonly circles: readonly HeardWord[]; readonly words: readonly HeardWord[] } {
  if (metaphors.length <= MOST_ON_WASH.all) return { circles: metaphors, words: [] };
  const isDrawn = ({ text, card, won }: HeardWord): boolean => won || drawingOf({ label: text, card }, context, { x: 0, y: 0, w: 1, h: 1 }) !== null;
  const circles = metaphors.filter(isDrawn).slice(0, MOST_ON_WASH.drawn);
  return { circles, words: metaphors.filter((word) => !circles.includes(word)) };
}

/** Words by hand at the size of how often they were heard, and those after them as running text. */
function wordBlocks(words: readonly HeardWord[], composer: Composer): readonly FlowBlock[] {
  const rest = words.slice(MOST_LETTERED).map(({ text, times }) => (times > 1 ? `${text} (${times}×)` : text));
  return [...wordRows(letteredWords(words.slice(0, MOST_LETTERED), composer.measure, composer), composer), ...runningWords(rest, 5, composer)];
}

const partHeading = (text: string, { measure }: Composer, gapMm = 11): FlowBlock => heading(text, 2, measure, { hand: 'kop', sizeMm: 9.6, leadMm: 10.4 }, TEXT.w, gapMm);

/** How themes and ideas are set: two beside each other. */
const LISTED = { sizeMm: 5.6, leadMm: 6.9, indentMm: 6, gapMm: 8 } as const;

/** Themes or ideas, each behind a dash. */
function wordList(words: readonly HeardWord[], composer: Composer): readonly FlowBlock[] {
  const { sizeMm, leadMm, indentMm, gapMm } = LISTED;
  const column = (TEXT.w - gapMm) / 2;
  const laid = words.map((word) => {
    const text = word.times > 1 ? `${word.text} (${heard(word, composer)})` : word.text;
    return { text, ...textLines(text, composer.measure, { hand: 'hand', sizeMm, leadMm }, column - indentMm) };
  });
  return laid.map(({ text, hMm, ops }, i): FlowBlock => {
    const isLeft = i % 2 === 0;
    const beside = laid[isLeft ? i + 1 : i - 1];
    const dx = isLeft ? 0 : column + gapMm;
    const endsRow = !isLeft || !beside;
    return {
      hMm: endsRow ? Math.max(hMm, beside?.hMm ?? 0) : 0, gapMm: !isLeft ? 0 : i === 0 ? 2 : 1.2, keep: !endsRow,
      lay: ({ x, y }) => ({ item: { ops: [letter('–', composer.measure, { hand: 'hand', sizeMm, at: { x: x + dx, y: y + leadMm / 2 + sizeMm * 0.33 }, color: PALETTE.groen }), ...ops({ x: x + dx + indentMm, y })], read: text } }),
    };
  });
}

/** What the room said: traits with how often, metaphors with their drawings, themes and ideas; also words that found no place on the board. */
export function heardSheets({ traits, metaphors, others }: Report, composer: Composer): readonly (readonly PrintedPart[])[] {
  const { locale, measure } = composer;
  if (traits.length + metaphors.length + others.length === 0) return [];
  const { circles, words } = onWash(metaphors, composer);
  return flowed([
    partTitle(say(locale, 'report.heard'), measure),
    paragraph(say(locale, 'report.heardAbout'), measure, { hand: 'face', ...BODY, color: PALETTE.stil }, TEXT.w, 4),
    ...(traits.length > 0 ? [partHeading(say(locale, 'report.traits'), composer, 9), ...wordBlocks(traits, composer)] : []),
    ...(metaphors.length > 0 ? [partHeading(say(locale, 'report.metaphors'), composer), ...metaphorRows(circles, composer), ...wordBlocks(words, composer)] : []),
    ...others.flatMap(({ role, words }) => [partHeading(say(locale, role === 'theme' ? 'report.themes' : 'report.ideas'), composer), ...wordList(words, composer)]),
  ], [TEXT]);
}
