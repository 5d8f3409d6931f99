import { ASCENT_EM, LINE_EM, type MeasureEm } from '../board/lettering.ts';
import { layText, type LaidLine } from '../board/layText.ts';
import type { ShapeMark, TextMark } from '../board/marks.ts';
import type { Point } from '../geometry/box.ts';
import { decompose, transformPoint, type Matrix } from '../geometry/matrix.ts';
import { bannerBow } from './banner.ts';
import { formBlock } from './formLetters.ts';
import { letteredShape, linesInForm, type FormLettering } from './growShape.ts';
import { rigid } from './rigid.ts';
import { headingGap } from './sketchShape.ts';
import { lineX } from './textBlock.ts';

/** A mark with lettering that is written right on the board. */
export type WrittenMark = TextMark | ShapeMark;

/** What of its lettering can be changed in any such mark, and the accent of free lettering. */
export type LetteringChange = Partial<FormLettering> & Partial<Pick<TextMark, 'accent' | 'accentColor'>>;

/** The width in ems at which free lettering is broken. */
const breakEm = (text: TextMark, sizeUnits: number): number => (text.breakUnits === null || sizeUnits <= 0 ? Infinity : text.breakUnits / sizeUnits);

/** From this size on free lettering in a display hand is announced as a heading. */
const HEADING_UNITS = 48;

const linesOfText = (text: TextMark, measure: MeasureEm): readonly LaidLine[] =>
  layText(text.text, { hand: text.hand, caps: text.caps, maxWidthEm: breakEm(text, text.sizeUnits), perLetter: false }, measure);

/** A mark with other lettering, measured and broken anew; a form grows with it. Free lettering keeps its left edge, or its middle. */
export function relettered<Written extends WrittenMark>(mark: Written, change: LetteringChange, measure: MeasureEm): Written;
export function relettered(mark: WrittenMark, change: LetteringChange, measure: MeasureEm): WrittenMark {
  const { accent, accentColor, ...lettering } = change;
  if (mark.kind === 'shape') return letteredShape(mark, lettering, measure);
  const changed: TextMark = { ...mark, ...lettering, ...(accent === undefined ? {} : { accent }), ...(accentColor === undefined ? {} : { accentColor }) };
  const heading = changed.sizeUnits === mark.sizeUnits && changed.hand === mark.hand ? mark.heading : changed.hand !== 'hand' && changed.sizeUnits >= HEADING_UNITS;
  return { ...changed, heading, lines: linesOfText(changed, measure).map(({ line }) => line) };
}

/** The lines of a mark as they lie on the page: where each begins, how large, and how it is turned. */
export type WrittenLines = {
  readonly laid: readonly LaidLine[];
  /** Size of the letters on the page, board units. */
  readonly sizeUnits: number;
  /** A place on the baseline of a line on the page, and how the line is turned there, radians clockwise. */
  readonly at: (line: number, xEm: number) => Point & { readonly turn: number };
};

/** Where lines stand in the coordinates of the mark. */
type OwnLines = { readonly matrix: Matrix; readonly sizeUnits: number; readonly at: (line: number, xEm: number) => Point & { readonly turn: number } };

function linesOfShape(shape: ShapeMark): OwnLines {
  const { matrix, size } = rigid(shape.matrix, shape);
  if (shape.form === 'frame') {
    const sizeUnits = shape.textSizeUnits;
    const left = (headingGap(shape)?.from ?? 20) + 12;
    return { matrix, sizeUnits, at: (line, xEm) => ({ x: left + xEm * sizeUnits, y: sizeUnits * (0.3 + line * LINE_EM), turn: 0 }) };
  }
  // An empty form shows the caret where its first letter will stand.
  const block = formBlock(shape.lines.length > 0 ? shape : { ...shape, lines: [{ runs: [], widthEm: 0 }] }, size);
  const { sizeUnits } = block;
  return {
    matrix, sizeUnits,
    at(line, xEm) {
      const x = (shape.form === 'banner' ? size.w / 2 - ((shape.lines[line]?.widthEm ?? 0) * sizeUnits) / 2 : block.x(line)) + xEm * sizeUnits;
      if (shape.form !== 'banner') return { x, y: block.baseline(line), turn: 0 };
      const { y, slope } = bannerBow(size, x);
      return { x, y: y + block.baseline(line), turn: Math.atan(slope) };
    },
  };
}

function linesOfFree(text: TextMark): OwnLines {
  const { sizeUnits } = text;
  return { matrix: text.matrix, sizeUnits, at: (line, xEm) => ({ x: lineX(text, line) + xEm * sizeUnits, y: (line * LINE_EM + ASCENT_EM) * sizeUnits, turn: 0 }) };
}

/** The lines of a mark on the page, for placing the caret while it is written. */
export function writtenLines(mark: WrittenMark, measure: MeasureEm): WrittenLines {
  const { matrix, sizeUnits, at } = mark.kind === 'shape' ? linesOfShape(mark) : linesOfFree(mark);
  const { sx, radians } = decompose(matrix);
  const lettering: FormLettering | null = mark.kind === 'shape' ? { text: mark.text, hand: mark.hand, caps: mark.caps, sizeUnits: mark.textSizeUnits } : null;
  const laid = mark.kind === 'shape' && lettering ? linesInForm(mark.form, rigid(mark.matrix, mark).size, lettering, measure) : mark.kind === 'text' ? linesOfText(mark, measure) : [];
  return {
    laid: laid.length > 0 ? laid : [{ line: { runs: [], widthEm: 0 }, start: 0, end: 0, indentEm: 0, paragraph: 0 }],
    sizeUnits: sizeUnits * sx,
    at(line, xEm) {
      const own = at(line, xEm);
      return { ...transformPoint(matrix, own), turn: own.turn + radians };
    },
  };
}
