import { assertNever } from '../base/assertNever.ts';
import { ASCENT_EM, LINE_EM, widestEm } from '../board/lettering.ts';
import type { TextMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import type { Point } from '../geometry/box.ts';
import { handLine, looseFill } from './handLine.ts';
import type { PaintOp } from './sceneNode.ts';
import { lineX } from './textBlock.ts';

/** How strong a line in the colour of the lettering itself lies under it; one in a colour of its own is full. */
const PALE = 0.42;

/** A marker's short wash behind a line, a little askew: it begins before the words and ends under the last letters. */
function wash(text: TextMark, line: number, seed: number): PaintOp {
  const { sizeUnits: size } = text;
  const from = (text.lines[line]?.runs[0]?.xEm ?? 0) * size;
  const left = lineX(text, line) + from, width = (text.lines[line]?.widthEm ?? 0) * size - from;
  const baseline = (line * LINE_EM + ASCENT_EM) * size;
  const corner = (x: number, y: number): Point => ({ x: left + x, y: baseline - y * size });
  const corners = [corner(-0.16 * size, 0.5), corner(width + 0.02 * size, 0.58), corner(width + 0.12 * size, 0), corner(-0.06 * size, -0.12)];
  return { op: 'fill', path: looseFill(corners, seed + line, { x: 0, y: 0 }), color: hexOf(text.accentColor ?? 'hemel'), opacity: 1 };
}

/** A short stroke or a wave under the last line, which swells as a brush does. */
function under(text: TextMark, wave: boolean, seed: number): PaintOp {
  const { sizeUnits: size, lines } = text;
  const last = lines.length - 1;
  const left = lineX(text, last), width = (lines[last]?.widthEm ?? 0) * size;
  const y = (last * LINE_EM + ASCENT_EM + 0.24) * size;
  const length = wave ? width * 0.96 : width * 0.82;
  const waves = Math.max(2, Math.round(length / (size * 0.62)));
  const points: Point[] = wave
    ? Array.from({ length: waves * 8 + 1 }, (_, i) => ({ x: left + (length * i) / (waves * 8), y: y + Math.sin((i / 8) * 2 * Math.PI) * size * 0.055 }))
    : [{ x: left - 0.04 * size, y: y + size * 0.05 }, { x: left + length * 0.5, y: y + size * 0.005 }, { x: left + length, y: y - size * 0.035 }];
  const widthUnits = wave ? Math.max(1.8, size * 0.06) : size * 0.125;
  return { op: 'fill', path: handLine(points, { widthUnits, seed, closed: false }), color: hexOf(text.accentColor ?? text.color), opacity: wave || text.accentColor !== null ? 1 : PALE };
}

/** What lies under or behind free lettering. */
export function accentOps(text: TextMark, seed: number): readonly PaintOp[] {
  if (widestEm(text.lines) === 0) return [];
  switch (text.accent) {
    case 'none': return [];
    case 'wash': return text.lines.flatMap(({ widthEm }, i) => (widthEm > 0 ? [wash(text, i, seed)] : []));
    case 'line': return [under(text, false, seed + 7)];
    case 'wave': return [under(text, true, seed + 7)];
    default: return assertNever(text.accent);
  }
}
