import type { LetteringLine } from '../board/lettering.ts';
import { CLOSE, CUBIC, MOVE, type Path } from '../geometry/path.ts';

/** Handle of the cubic curve that is nearest to a quarter circle, share of the radius. */
const K = 0.5523;

/** A round disk as four cubic curves. */
export function disk(cx: number, cy: number, r: number): Path {
  const k = K * r;
  return { data: [
    MOVE, cx, cy - r,
    CUBIC, cx + k, cy - r, cx + r, cy - k, cx + r, cy,
    CUBIC, cx + r, cy + k, cx + k, cy + r, cx, cy + r,
    CUBIC, cx - k, cy + r, cx - r, cy + k, cx - r, cy,
    CUBIC, cx - r, cy - k, cx - k, cy - r, cx, cy - r, CLOSE,
  ] };
}

/** Advance of a numeral of Atkinson Hyperlegible Bold, in ems: all numerals are as wide. */
const NUMERAL_EM = 0.61;

/** A number as a line of lettering, for the middle of a disk. */
export function numeralLine(text: string): LetteringLine {
  const widthEm = NUMERAL_EM * text.length;
  return { runs: [{ text, rtl: false, xEm: 0, widthEm }], widthEm };
}
