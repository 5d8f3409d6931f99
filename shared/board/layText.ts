import { isRtl, runsOf, type Hand, type LetteringLine, type LetteringRun, type MeasureEm } from './lettering.ts';
import { paragraphsOf, type Paragraph } from './listText.ts';

/** How a text is lettered. */
export type Lettered = {
  readonly hand: Hand;
  readonly caps: boolean;
  /** Where lines are broken between words; a single longer word stays whole. */
  readonly maxWidthEm: number;
  /** Also tells where each letter begins, for lettering that follows a bow. */
  readonly perLetter: boolean;
};

/** A line, and the part of the text that stands on it; its letters begin at `indentEm`. `paragraph` counts from 0. */
export type LaidLine = { readonly line: LetteringLine; readonly start: number; readonly end: number; readonly indentEm: number; readonly paragraph: number };

/** How far a level of a list stands in, and the air between a number and its words, in ems. */
const STEP_EM = 0.95;
const NUMBER_AIR_EM = 0.3;
/** How far two letters are drawn together at most. */
const CLOSEST_EM = 0.14;

/** The letters as they are shown. */
export const shownAs = (text: string, caps: boolean): string => (caps ? text.toLocaleUpperCase('nl') : text);

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });
/** What a reader takes for one letter, accents included. */
export const lettersOf = (text: string): readonly string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * A run as its letters stand when each is set for itself: as wide as the letter alone (a face may have wider forms of it
 * beside certain others), and drawn together where the face does that with the pair.
 */
function letterByLetter(run: LetteringRun, hand: Hand, measure: MeasureEm): LetteringRun {
  if (run.rtl) return run;
  const letters = lettersOf(run.text);
  const steps: number[] = [];
  let at = 0;
  letters.forEach((letter, i) => {
    const before = letters[i - 1];
    if (before !== undefined) at += Math.max(-CLOSEST_EM, Math.min(0, measure(before + letter, hand) - measure(before, hand) - measure(letter, hand)));
    steps.push(at);
    at += measure(letter, hand);
  });
  return { ...run, steps, widthEm: at };
}

/** The runs of a line one behind the other, from `fromEm` on. */
function inOrder(runs: readonly LetteringRun[], fromEm: number): { readonly runs: readonly LetteringRun[]; readonly endEm: number } {
  let endEm = fromEm;
  const placed = runs.map((run) => {
    const xEm = endEm;
    endEm += run.widthEm;
    return { ...run, xEm };
  });
  return { runs: placed, endEm };
}

/** Where the lines of a paragraph begin and end in the text: as many words on each as fit. */
function breaks(text: string, { wordsAt, end }: Paragraph, fits: (words: string) => boolean): readonly (readonly [number, number])[] {
  const lines: (readonly [number, number])[] = [];
  let start = wordsAt, at = wordsAt;
  while (at < end) {
    const space = text.indexOf(' ', at + 1);
    const next = space === -1 || space > end ? end : space;
    if (at > start && !fits(text.slice(start, next))) {
      lines.push([start, at]);
      start = at + 1;
    }
    at = next;
  }
  return [...lines, [Math.min(start, end), end]];
}

/**
 * Measures a text once and breaks it into the lines that every surface then sets. Items of lists stand in by their
 * level, and so do their further lines.
 * @param text in normal form C, so that places in it and on the lines agree
 */
export function layText(text: string, { hand, caps, maxWidthEm, perLetter }: Lettered, measure: MeasureEm): readonly LaidLine[] {
  const paragraphs = paragraphsOf(text);
  const numberEm = paragraphs.reduce((widest, { item }) => (item?.kind === 'number' ? Math.max(widest, measure(`${item.number}.`, hand)) : widest), 0);
  const stepEm = Math.max(STEP_EM, numberEm === 0 ? 0 : numberEm + NUMBER_AIR_EM);
  return paragraphs.flatMap((paragraph, i) => {
    const { item } = paragraph;
    const rtl = isRtl(text.slice(paragraph.wordsAt, paragraph.end));
    const indentEm = item ? stepEm * (item.level + 1) : 0;
    const fits = (words: string): boolean => indentEm + measure(shownAs(words, caps), hand) <= maxWidthEm;
    return breaks(text, paragraph, fits).map(([start, end], k): LaidLine => {
      const plain = runsOf(shownAs(text.slice(start, end), caps), hand, measure, rtl);
      const { runs, endEm } = inOrder(perLetter ? plain.runs.map((run) => letterByLetter(run, hand, measure)) : plain.runs, indentEm);
      const label = item?.kind === 'number' ? `${item.number}.` : '';
      const signX = label === '' ? stepEm * (item?.level ?? 0) : indentEm - NUMBER_AIR_EM - measure(label, hand);
      const line: LetteringLine = { runs, widthEm: endEm, ...(item && k === 0 ? { sign: { kind: item.kind, text: label, xEm: signX } } : {}) };
      return { line, start, end, indentEm, paragraph: i };
    });
  });
}
