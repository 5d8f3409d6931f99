import { LINE_EM, widestEm } from '../board/lettering.ts';
import type { TextMark } from '../board/marks.ts';
import type { Size } from '../geometry/box.ts';

/** Width and height of free lettering in its own coordinates. */
export function textSize(text: Pick<TextMark, 'lines' | 'sizeUnits'>): Size {
  return { w: widestEm(text.lines) * text.sizeUnits, h: text.lines.length * LINE_EM * text.sizeUnits };
}

/** Left end of a line of free lettering in its own coordinates; lists are flush left. */
export function lineX(text: Pick<TextMark, 'lines' | 'sizeUnits' | 'align'>, line: number): number {
  const { lines } = text;
  const middled = text.align === 'middle' && !lines.some(({ sign }) => sign !== undefined);
  return middled ? ((widestEm(lines) - (lines[line]?.widthEm ?? 0)) / 2) * text.sizeUnits : 0;
}
