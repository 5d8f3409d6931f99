import { ASCENT_EM, LINE_EM, widestEm } from '../board/lettering.ts';
import type { TextMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import type { Size } from '../geometry/box.ts';
import type { PaintOp } from './sceneNode.ts';

/** Width and height of free lettering in its own coordinates. */
export function textSize(text: TextMark): Size {
  return { w: widestEm(text.lines) * text.sizeUnits, h: text.lines.length * LINE_EM * text.sizeUnits };
}

/** Free lettering as stored lines. */
export function sketchText(text: TextMark): readonly PaintOp[] {
  const widest = widestEm(text.lines);
  return text.lines.map((line, i) => ({
    op: 'letter', line, hand: text.hand, sizeUnits: text.sizeUnits, color: hexOf(text.color),
    x: text.align === 'middle' ? ((widest - line.widthEm) / 2) * text.sizeUnits : 0,
    baseline: (i * LINE_EM + ASCENT_EM) * text.sizeUnits,
  }));
}
