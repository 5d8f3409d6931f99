import type { Hand, MeasureEm } from './lettering.ts';
import { lettersOf, shownAs, type LaidLine } from './layText.ts';

/** A place between two letters: its line, and how far from the line's left edge, in ems. */
export type CaretPlace = { readonly line: number; readonly xEm: number };

const isRtl = ({ line }: LaidLine): boolean => line.runs[0]?.rtl === true;

/** Where the caret stands that lies before the letter at `place` of the text; before a sign it stands before its words. */
export function caretPlace(lines: readonly LaidLine[], text: string, place: number, hand: Hand, caps: boolean, measure: MeasureEm): CaretPlace {
  const line = lines.findIndex((laid, i) => place <= laid.end || i === lines.length - 1);
  const laid = lines[line];
  if (!laid) return { line: 0, xEm: 0 };
  const before = measure(shownAs(text.slice(laid.start, Math.max(laid.start, place)), caps), hand);
  return { line, xEm: isRtl(laid) ? laid.line.widthEm - before : laid.indentEm + before };
}

/** The place in the text that is nearest to a point of a line, `xEm` from its left edge. */
export function placeNear(laid: LaidLine, text: string, xEm: number, hand: Hand, caps: boolean, measure: MeasureEm): number {
  let best = laid.start, bestFar = Infinity, place = laid.start;
  for (const letter of ['', ...lettersOf(text.slice(laid.start, laid.end))]) {
    place += letter.length;
    const before = measure(shownAs(text.slice(laid.start, place), caps), hand);
    const far = Math.abs((isRtl(laid) ? laid.line.widthEm - before : laid.indentEm + before) - xEm);
    if (far < bestFar) { best = place; bestFar = far; }
  }
  return best;
}
