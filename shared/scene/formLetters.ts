import { ASCENT_EM, LINE_EM, widestEm } from '../board/lettering.ts';
import type { ShapeMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import type { Box, Size } from '../geometry/box.ts';
import { bowedLetters } from './bowedLetters.ts';
import { formRoom } from './formRoom.ts';
import { listSign } from './listSigns.ts';
import { linePart } from './nodeParts.ts';
import type { PaintOp } from './sceneNode.ts';

/** How large the lettering of a form is set: as wished, or smaller where the form has become too small for it. */
export function fittedUnits(shape: ShapeMark, size: Size): number {
  const wished = shape.textSizeUnits;
  if (shape.form === 'frame' || shape.form === 'line' || shape.lines.length === 0 || wished <= 0) return wished;
  const room = formRoom(shape.form, size);
  const w = widestEm(shape.lines) * wished, h = shape.lines.length * LINE_EM * wished;
  // Lettering that fits to within the width of a hair is not touched.
  return wished * Math.min(1, Math.max(0.05, Math.min(w > room.w + 0.5 ? room.w / w : 1, h > room.h + 0.5 ? room.h / h : 1)));
}

/** Where the lines of a form stand: the block in the middle of its room; a list is flush left in that block. */
export type FormBlock = { readonly room: Box; readonly sizeUnits: number; readonly x: (line: number) => number; readonly baseline: (line: number) => number };

/** The block of lettering in the middle of a form. */
export function formBlock(shape: ShapeMark, size: Size): FormBlock {
  const room = formRoom(shape.form, size);
  const sizeUnits = fittedUnits(shape, size);
  const widest = widestEm(shape.lines);
  const isList = shape.lines.some(({ sign }) => sign !== undefined);
  const middle = room.x + room.w / 2;
  const top = room.y + room.h / 2 - (shape.lines.length * LINE_EM * sizeUnits) / 2;
  return {
    room, sizeUnits,
    x: (line) => middle - ((isList ? widest : shape.lines[line]?.widthEm ?? 0) * sizeUnits) / 2,
    baseline: (line) => top + (line * LINE_EM + ASCENT_EM) * sizeUnits,
  };
}

/** What the lines of a form cover, each from the tops of its letters to below its baseline. */
export function formLineBoxes(shape: ShapeMark, size: Size): readonly Box[] {
  const { sizeUnits, x, baseline } = formBlock(shape, size);
  return shape.lines.map(({ widthEm }, i) => ({ x: x(i), y: baseline(i) - 0.75 * sizeUnits, w: widthEm * sizeUnits, h: sizeUnits }));
}

/** The lettering of any closed form but a frame; along the bow in a banner. */
export function formLetters(shape: ShapeMark, size: Size, seed: number): readonly PaintOp[] {
  const color = hexOf(shape.color === 'grijs2' ? 'stil' : 'ink');
  const block = formBlock(shape, size);
  const { sizeUnits } = block;
  const parts = linePart(shape.lines);
  return shape.lines.flatMap((line, i): readonly PaintOp[] => {
    const baseline = block.baseline(i);
    if (shape.form === 'banner') return bowedLetters({ line, hand: shape.hand, sizeUnits, below: baseline, color }, size);
    const x = block.x(i), part = parts[i] ?? 0;
    return [
      ...(line.sign ? [listSign(line.sign, { x, baseline, sizeUnits, hand: shape.hand, color, seed: seed + i * 3, part })] : []),
      { op: 'letter', line, hand: shape.hand, sizeUnits, x, baseline, color, part },
    ];
  });
}
