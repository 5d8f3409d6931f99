import type { Hand, MeasureEm } from '../board/lettering.ts';
import { LINE_EM, widestEm } from '../board/lettering.ts';
import { layText, type LaidLine } from '../board/layText.ts';
import type { ShapeForm, ShapeMark } from '../board/marks.ts';
import type { Point, Size } from '../geometry/box.ts';
import { compose, translation, type Matrix } from '../geometry/matrix.ts';
import { formRoom } from './formRoom.ts';
import { hasTail, tailOf } from './forms.ts';
import { rigid } from './rigid.ts';

/** How many times as wide as high a form becomes before it grows downwards; a ribbon only becomes longer. */
const WIDEST: Readonly<Record<ShapeForm, number>> = {
  rectangle: 2.6, ellipse: 2.1, diamond: 1.9, bubble: 2.3, thought: 2.1, cloud: 2.1, sun: 1.15, arrow: 3.2, banner: 9, frame: Infinity, line: Infinity,
};

/** Forms whose words follow one bow: never broken, and set smaller when the longest ribbon is too short. */
const isRibbon = (form: ShapeForm): boolean => form === 'banner';
/** Forms whose lettering stands on their line, or that have none: they do not grow. */
const isFixed = (form: ShapeForm): boolean => form === 'frame' || form === 'line';

/** What is lettered in a form, and how. */
export type FormLettering = { readonly text: string; readonly hand: Hand; readonly caps: boolean; readonly sizeUnits: number };

/** The lines of a form of that size. */
export function linesInForm(form: ShapeForm, size: Size, { text, hand, caps, sizeUnits }: FormLettering, measure: MeasureEm): readonly LaidLine[] {
  if (text === '') return [];
  const bows = isRibbon(form);
  const maxWidthEm = bows || isFixed(form) ? Infinity : formRoom(form, size).w / sizeUnits;
  return layText(text, { hand, caps, maxWidthEm, perLetter: bows }, measure);
}

const blockOf = (laid: readonly LaidLine[], sizeUnits: number): Size => ({ w: widestEm(laid.map(({ line }) => line)) * sizeUnits, h: laid.length * LINE_EM * sizeUnits });

/** Halving steps: to less than a hundredth of a unit. */
const HALVINGS = 18;

/** The least length between two at which something fits that fits at the longer one. */
function leastThat(fits: (length: number) => boolean, short: number, long: number): number {
  if (fits(short)) return short;
  let low = short, high = long;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle; else low = middle;
  }
  return high;
}

/**
 * The size that a form needs for its lettering: never less than `least`. It becomes wider first, up to a sensible
 * proportion, then higher and wider by turns; more words never make it smaller in any direction.
 */
export function grownSize(form: ShapeForm, least: Size, lettering: FormLettering, measure: MeasureEm): Size {
  const { text, sizeUnits } = lettering;
  if (text === '' || isFixed(form) || sizeUnits <= 0) return least;
  const holds = (size: Size): { readonly wide: boolean; readonly high: boolean } => {
    const room = formRoom(form, size);
    const block = blockOf(linesInForm(form, size, lettering, measure), sizeUnits);
    return { wide: block.w <= room.w + 0.01, high: block.h <= room.h + 0.01 };
  };
  const fits = (size: Size): boolean => { const { wide, high } = holds(size); return wide && high; };
  if (fits(least)) return least;
  const paragraphs = text.split('\n').length;
  // Where a line is broken, the width that was reached stays while the form grows downwards, so that it does not jump.
  const isBroken = (wide: number, high: number): boolean => linesInForm(form, { w: wide, h: high }, lettering, measure).length > paragraphs;
  let { w, h } = least;
  const step = sizeUnits * 0.25;
  for (;;) {
    // A word that is longer than the widest form stands on a line of its own, however wide that is.
    let cap = Math.max(w, WIDEST[form] * h);
    if (!isRibbon(form)) while (!holds({ w: cap, h }).wide) cap *= 1.15;
    const ribbonIsFull = isRibbon(form) && holds({ w: cap, h }).high;
    if (fits({ w: cap, h })) return { w: leastThat((wide) => fits({ w: wide, h }), w, cap), h };
    if (ribbonIsFull) return { w: cap, h };
    w = isRibbon(form) ? w : Math.max(w, isBroken(cap, h) ? Math.min(cap, WIDEST[form] * h) : leastThat((wide) => holds({ w: wide, h }).wide && !isBroken(wide, h), w, cap));
    h += step;
  }
}

/** The place in the box that stays where it is while a form grows: its middle, or the side that its tail hangs on. */
function heldShare(form: ShapeForm, size: Size, tail: Point): Point {
  if (!hasTail(form)) return { x: 0.5, y: 0.5 };
  const side = (at: number, length: number): number => (at < 0 ? 0 : at > length ? 1 : 0.5);
  return { x: side(tail.x, size.w), y: side(tail.y, size.h) };
}

/** A form with other lettering in it (or the same in another hand), as large as it needs and a hand has made it. The point of its tail stays. */
export function letteredShape(shape: ShapeMark, change: Partial<FormLettering>, measure: MeasureEm): ShapeMark {
  const lettering: FormLettering = { text: shape.text, hand: shape.hand, caps: shape.caps, sizeUnits: shape.textSizeUnits, ...change };
  const { matrix, size } = rigid(shape.matrix, shape);
  const scale = { x: size.w / (shape.w || 1), y: size.h / (shape.h || 1) };
  const least = shape.least ? { w: shape.least.w * scale.x, h: shape.least.h * scale.y } : size;
  const next = grownSize(shape.form, least, lettering, measure);
  const tail = tailOf(shape, size);
  const held = heldShare(shape.form, size, tail);
  const move: Point = { x: (size.w - next.w) * held.x, y: (size.h - next.h) * held.y };
  const moved: Matrix = compose(matrix, translation(move.x, move.y));
  const grew = next.w > least.w || next.h > least.h;
  return {
    ...shape, matrix: moved, w: next.w, h: next.h, least: grew ? least : null,
    points: shape.points.map(({ x, y }) => ({ x: x * scale.x, y: y * scale.y })),
    tail: hasTail(shape.form) && (shape.tail !== null || grew) ? { x: tail.x - move.x, y: tail.y - move.y } : shape.tail,
    text: lettering.text, hand: lettering.hand, caps: lettering.caps, textSizeUnits: lettering.sizeUnits,
    lines: linesInForm(shape.form, next, lettering, measure).map(({ line }) => line),
  };
}

/** Height of a ribbon's letters as a share of its own. */
const RIBBON_LETTERS = 0.5;
/** Letters that a hand-sized ribbon gives, board units. */
const RIBBON_UNITS = { least: 20, most: 120 };

/** The size of letters that suits a ribbon of that height. */
export const ribbonLetters = (h: number): number => Math.min(RIBBON_UNITS.most, Math.max(RIBBON_UNITS.least, h * RIBBON_LETTERS));

/** A form that a hand gave another size or place: that size is from now on its least, though never less than its lettering needs. */
export function handSizedShape(shape: ShapeMark, matrix: Matrix, measure: MeasureEm): ShapeMark {
  const whole = rigid(compose(matrix, shape.matrix), shape);
  const { w, h } = whole.size;
  const tail = shape.tail && { x: (shape.tail.x * w) / (shape.w || 1), y: (shape.tail.y * h) / (shape.h || 1) };
  const points = shape.points.map(({ x, y }) => ({ x: (x * w) / (shape.w || 1), y: (y * h) / (shape.h || 1) }));
  const sized: ShapeMark = { ...shape, matrix: whole.matrix, w, h, least: null, tail, points };
  return letteredShape(sized, isRibbon(shape.form) ? { sizeUnits: ribbonLetters(h) } : {}, measure);
}
