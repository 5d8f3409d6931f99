import bidiFactory from 'bidi-js';

/** The three hands and the reading face; every surface sets them from the same font file. */
export type Hand = 'kop' | 'hand' | 'marker' | 'face' | 'faceBold';

/**
 * Measures the advance width of a text, in ems (width at size 1). Given by whoever has the fonts:
 * the browser's canvas or the Node canvas, which agree because they are fed the same files.
 */
export type MeasureEm = (text: string, hand: Hand) => number;

/**
 * A stretch of one direction: x is where it starts, from the left edge of the line. All in ems. `steps` tells where each
 * of its letters begins, from the start of the run; only lettering that follows a bow has it.
 */
export type LetteringRun = { readonly text: string; readonly rtl: boolean; readonly xEm: number; readonly widthEm: number; readonly steps?: readonly number[] };

/** What stands before an item of a list: a sign that is drawn, or its number, which is lettered. */
export type ListSign = { readonly kind: 'dot' | 'dash' | 'tick' | 'number'; readonly text: string; readonly xEm: number };

/** One line of lettering in ems, what it stands in from the left included. `sign` only on the first line of an item. */
export type LetteringLine = { readonly runs: readonly LetteringRun[]; readonly widthEm: number; readonly sign?: ListSign };

/** Distance between two baselines, in ems. */
export const LINE_EM = 1.22;
/** Baseline of the first line below the top, in ems. */
export const ASCENT_EM = 0.92;

const bidi = bidiFactory();

/** Letters that are written from right to left, and signs that turn the direction. */
const MAYBE_RTL = /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Characters of the basic plane, by direction: each stands for those of its kind beyond it. */
const STAND_INS: Readonly<Record<string, string>> = { L: 'a', R: '\u05D0', AL: '\u0627', EN: '1', AN: '\u0661', NSM: '\u0300', BN: '\u00AD' };

/** The text with two characters of the same direction in place of each surrogate pair, which bidi-js would take for two Latin letters. */
const inOneUnit = (text: string): string =>
  text.replace(/[\u{10000}-\u{10FFFF}]/gu, (character) => (STAND_INS[bidi.getBidiCharTypeName(character)] ?? '\u2606').repeat(2));

/** The direction of a paragraph: that of its first letter which has one (UAX #9, P2). */
export function isRtl(paragraph: string): boolean {
  if (!MAYBE_RTL.test(paragraph)) return false;
  return (bidi.getEmbeddingLevels(inOneUnit(paragraph)).paragraphs[0]?.level ?? 0) % 2 === 1;
}

/**
 * Cuts one line into runs of one direction in the order in which they stand from left to right.
 * @param rtl the direction of the paragraph that the line is of
 */
export function runsOf(text: string, hand: Hand, measure: MeasureEm, rtl = isRtl(text)): LetteringLine {
  if (!rtl && !MAYBE_RTL.test(text)) {
    const widthEm = measure(text, hand);
    return { runs: text === '' ? [] : [{ text, rtl: false, xEm: 0, widthEm }], widthEm };
  }
  return bidiRuns(text, hand, measure, rtl);
}

/** The runs of a line in which both directions may be (UAX #9, by bidi-js). */
function bidiRuns(text: string, hand: Hand, measure: MeasureEm, isRtlParagraph: boolean): LetteringLine {
  const levelled = inOneUnit(text);
  const embedding = bidi.getEmbeddingLevels(levelled, isRtlParagraph ? 'rtl' : 'ltr');
  const levels = embedding.levels;
  const flips = bidi.getReorderSegments(levelled, embedding);
  const order = Array.from({ length: text.length }, (_, i) => i);
  for (const [start = 0, end = 0] of flips) {
    const part = order.slice(start, end + 1).reverse();
    order.splice(start, part.length, ...part);
  }
  const pieces: { start: number; end: number; rtl: boolean }[] = [];
  for (const index of order) {
    const rtl = (levels[index] ?? 0) % 2 === 1;
    const last = pieces[pieces.length - 1];
    if (last && last.rtl === rtl && (rtl ? index === last.start - 1 : index === last.end)) {
      if (rtl) last.start = index; else last.end = index + 1;
    } else pieces.push({ start: index, end: index + 1, rtl });
  }
  let xEm = 0;
  const runs = pieces.map(({ start, end, rtl }) => {
    const piece = text.slice(start, end);
    const widthEm = measure(piece, hand);
    const run = { text: piece, rtl, xEm, widthEm };
    xEm += widthEm;
    return run;
  });
  return { runs, widthEm: xEm };
}

/**
 * Measures a text once and breaks it into the lines that every surface then sets.
 * @param maxWidthEm where lines are broken between words; a single longer word stays whole
 */
export function layLines(text: string, hand: Hand, measure: MeasureEm, maxWidthEm = Infinity): readonly LetteringLine[] {
  const lines: LetteringLine[] = [];
  for (const paragraph of text.normalize('NFC').split('\n')) {
    const rtl = isRtl(paragraph);
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer, hand) > maxWidthEm) {
        lines.push(runsOf(line, hand, measure, rtl));
        line = word;
      } else line = longer;
    }
    lines.push(runsOf(line, hand, measure, rtl));
  }
  return lines;
}

/** Width of the widest line, in ems. */
export function widestEm(lines: readonly LetteringLine[]): number {
  return lines.reduce((widest, line) => Math.max(widest, line.widthEm), 0);
}
