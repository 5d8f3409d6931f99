import { hashText } from '../base/seededRandom.ts';
import { ASCENT_EM, LINE_EM } from '../board/lettering.ts';
import type { TextMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import { accentOps } from './letteringAccent.ts';
import { listSign } from './listSigns.ts';
import { linePart } from './nodeParts.ts';
import type { PaintOp } from './sceneNode.ts';
import { lineX } from './textBlock.ts';

/** Free lettering as stored lines, with the signs of its lists and what lies under or behind it. */
export function sketchText(text: TextMark): readonly PaintOp[] {
  const seed = hashText(text.id);
  const color = hexOf(text.color);
  const signColor = hexOf(text.accentColor ?? text.color);
  const { hand, sizeUnits } = text;
  const parts = linePart(text.lines);
  const letters = text.lines.flatMap((line, i): readonly PaintOp[] => {
    const x = lineX(text, i), baseline = (i * LINE_EM + ASCENT_EM) * sizeUnits;
    const part = parts[i] ?? 0;
    return [
      ...(line.sign ? [listSign(line.sign, { x, baseline, sizeUnits, hand, color: signColor, seed: seed + i * 3, part })] : []),
      { op: 'letter', line, hand, sizeUnits, color, x, baseline, part },
    ];
  });
  return [...accentOps(text, seed), ...letters];
}
