import type { Hand, MeasureEm } from '../../../shared/board/lettering.ts';

/** One line of lettering on the stage. `anchor` says what `x` is of it; `bold` thickens it by that many units. */
export type PlacedText = { readonly text: string; readonly hand: Hand; readonly size: number; readonly x: number; readonly baseline: number; readonly anchor: 'left' | 'middle' | 'right'; readonly bold: number };

/** Between which sizes lettering may be, and on how many lines, stage units. */
export type FitRange = { readonly most: number; readonly least: number; readonly lines: number };

/** Text broken into lines, all in one size. */
export type FittedText = { readonly size: number; readonly lines: readonly string[] };

/** A thin hand gets body where it is shown very large. */
export const boldOf = (hand: Hand, size: number): number => (hand === 'kop' && size >= 90 ? size * 0.014 : 0);

/** How wide a text is in a size, stage units. */
export const widthOf = (text: string, hand: Hand, size: number, measure: MeasureEm): number => measure(text, hand) * size;

function broken(text: string, hand: Hand, maxEm: number, measure: MeasureEm): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, hand) > maxEm) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Letters are made smaller by this much at a time until they fit. */
const STEP = 0.97;
/** Smaller than this nothing is lettered, however little room there is. */
const SMALLEST = 4;

/** The largest size up to `most` at which a text takes at most so many lines of a width. */
function sizeOn(text: string, hand: Hand, width: number, most: number, lines: number, measure: MeasureEm): FittedText {
  for (let size = most; ; size *= STEP) {
    const found = broken(text, hand, width / size, measure);
    const fits = found.length <= lines && found.every((line) => measure(line, hand) * size <= width + 0.01);
    if (fits || size < SMALLEST) return { size, lines: found };
  }
}

/**
 * The text in the largest size that fits, on as few lines as keep it at `least`. What does not fit at `least` on all of
 * the lines is made smaller still: it is better read with difficulty than cut off.
 */
export function fittedText(text: string, hand: Hand, width: number, { most, least, lines }: FitRange, measure: MeasureEm): FittedText {
  let best: FittedText = { size: 0, lines: [''] };
  for (let n = 1; n <= lines; n++) {
    const found = sizeOn(text, hand, width, most, n, measure);
    if (found.size > best.size * 1.02) best = found;
    if (best.size >= least) return best;
  }
  return best;
}

/** The largest size at which each of some texts fits a width on its own line, never below `least`. */
export function commonSize(texts: readonly string[], hand: Hand, width: number, most: number, least: number, measure: MeasureEm): number {
  const widest = texts.reduce((em, text) => Math.max(em, measure(text, hand)), 0.01);
  return Math.max(least, Math.min(most, width / widest));
}

/** Lines one below the other, the first on `baseline`. */
export function stacked({ size, lines }: FittedText, hand: Hand, x: number, baseline: number, anchor: PlacedText['anchor'] = 'left'): readonly PlacedText[] {
  return lines.map((text, i) => ({ text, hand, size, x, baseline: baseline + i * size * 1.06, anchor, bold: boldOf(hand, size) }));
}

/** A single line. */
export function oneLine(text: string, hand: Hand, size: number, x: number, baseline: number, anchor: PlacedText['anchor'] = 'left'): PlacedText {
  return { text, hand, size, x, baseline, anchor, bold: boldOf(hand, size) };
}
