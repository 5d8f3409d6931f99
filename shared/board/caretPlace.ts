import type { Hand, MeasureEm } from './lettering.ts';
import { lettersOf, shownAs, type LaidLine } from './layText.ts';

/** A place between two letters: its line, and how far from the line's left edge, in ems. */
export type CaretPlace = { readonly line: number; readonly xEm: number };

const isRtl = ({ line }: LaidLine): boolean => line.runs[0]?.rtl === true;

/** How a text is shown: what measuring a part of it needs. */
export type Shown = { readonly text: string; readonly hand: Hand; readonly caps: boolean; readonly measure: MeasureEm };

/** How far the letter at a place of the text lies from the left edge of its line, in ems. */
function xAt(laid: LaidLine, place: number, { text, hand, caps, measure }: Shown): number {
  const before = shownAs(text.slice(laid.start, Math.max(laid.start, place)), caps);
  const [run, second] = laid.line.runs;
  if (run?.steps && second === undefined) return laid.indentEm + (run.steps[lettersOf(before).length] ?? run.widthEm);
  const width = measure(before, hand);
  return isRtl(laid) ? laid.line.widthEm - width : laid.indentEm + width;
}

/** Where the caret stands that lies before the letter at `place` of the text; before a sign it stands before its words. */
export function caretPlace(lines: readonly LaidLine[], place: number, shown: Shown): CaretPlace {
  const line = lines.findIndex((laid, i) => place <= laid.end || i === lines.length - 1);
  const laid = lines[line];
  return laid ? { line, xEm: xAt(laid, place, shown) } : { line: 0, xEm: 0 };
}

/** The place in the text that is nearest to a point of a line, `xEm` from its left edge. */
export function placeNear(laid: LaidLine, xEm: number, shown: Shown): number {
  let best = laid.start, bestFar = Infinity, place = laid.start;
  for (const letter of ['', ...lettersOf(shown.text.slice(laid.start, laid.end))]) {
    place += letter.length;
    const far = Math.abs(xAt(laid, place, shown) - xEm);
    if (far < bestFar) { best = place; bestFar = far; }
  }
  return best;
}
