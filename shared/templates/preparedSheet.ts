import { generateNKeysBetween } from 'fractional-indexing';
import type { MarkId, PageId } from '../base/ids.ts';
import { ASCENT_EM, layLines, widestEm, type Hand, type MeasureEm } from '../board/lettering.ts';
import type { AreaRole, Mark, MarkBase, ShapeForm, ShapeMark } from '../board/marks.ts';
import type { InkColor } from '../board/palette.ts';
import { PLAIN_SHAPE, PLAIN_TEXT } from '../board/plainMarks.ts';
import type { Box, Point } from '../geometry/box.ts';
import { translation } from '../geometry/matrix.ts';

type Letters = {
  readonly hand?: Hand;
  readonly color?: InkColor;
  readonly heading?: boolean;
  readonly middle?: boolean;
  /** Where lines are broken, board units. */
  readonly widthUnits?: number;
  /** Room that the widest line has; longer words of another language are lettered smaller. */
  readonly fitUnits?: number;
};

type Form = {
  readonly color?: InkColor;
  readonly fill?: InkColor | null;
  readonly widthUnits?: number;
  readonly dashed?: boolean;
  readonly shadow?: boolean;
  readonly text?: string;
  readonly textUnits?: number;
  readonly hand?: Hand;
  readonly area?: AreaRole;
};

/**
 * Somebody who prepares a sheet before the meeting: each call puts one part on it, later ones over earlier ones.
 * All parts lie locked on the prepared layer, so that a careless stroke does not move them.
 */
export type PreparedSheet = {
  /** Lettering whose first baseline is at y; x is its left end, or its middle. Gives the width of the widest line. */
  letter(text: string, x: number, baseline: number, sizeUnits: number, letters?: Letters): number;
  form(form: ShapeForm, box: Box, looks?: Form): MarkId;
  line(points: readonly Point[], color: InkColor, widthUnits: number, dashed?: boolean): void;
  /** A line that bends softly through its points. */
  curve(points: readonly Point[], color: InkColor, widthUnits: number): void;
  arrow(from: Point, to: Point, bend: number, color: InkColor, widthUnits?: number): void;
  /** A drawn stamp whose ground line is at `ground`. */
  stamp(id: string, alt: string, x: number, ground: number, sizeUnits: number, color?: InkColor | null): void;
  /** A number in a ring, for steps and points. */
  numeral(number: number, middle: Point, radius: number, color?: InkColor, fill?: InkColor | null): void;
  /** All parts in their painting order. */
  marks(): readonly Mark[];
};

const BEND_STEPS = 9;

/** Points along a soft bend through points (Catmull–Rom, uniform), rounded to a tenth. */
function softened(points: readonly Point[]): readonly Point[] {
  const at = (i: number): Point => points[Math.min(points.length - 1, Math.max(0, i))] as Point;
  const mix = (a: number, b: number, c: number, d: number, t: number): number =>
    Math.round(5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)) / 10;
  const bend: Point[] = [at(0)];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 1; step <= BEND_STEPS; step++) {
      const t = step / BEND_STEPS;
      bend.push({ x: mix(a.x, b.x, c.x, d.x, t), y: mix(a.y, b.y, c.y, d.y, t) });
    }
  }
  return bend;
}

/** How far below its box a stamp's ground line lies, as a share of its size. */
const GROUND_EM = 0.95;

/** Begins an empty sheet. */
export function prepareSheet(page: PageId, measure: MeasureEm, newId: () => MarkId): PreparedSheet {
  const parts: Mark[] = [];
  const base = (x: number, y: number): MarkBase => ({ id: newId(), page, layer: 'prepared', order: '', matrix: translation(x, y), locked: true });

  /** The size at which a text's widest line fits into a width, at most the one that is wished for. */
  const fitted = (text: string, hand: Hand, sizeUnits: number, fitUnits: number): number => {
    const widest = widestEm(layLines(text, hand, measure));
    return widest * sizeUnits <= fitUnits ? sizeUnits : Math.floor((fitUnits / widest) * 10) / 10;
  };

  const form: PreparedSheet['form'] = (kind, box, looks = {}) => {
    const { text = '', textUnits = 30, hand = 'hand', color = 'ink', fill = null, widthUnits = 3.6, dashed = false, shadow = false, area = 'none' } = looks;
    const round = kind === 'ellipse' || kind === 'bubble' || kind === 'cloud';
    // Ribbons and headings of frames have one line, which is lettered smaller where it would not fit.
    const oneLineW = kind === 'banner' ? box.w - 2 * Math.min(box.w * 0.13, box.h * 0.95) - 44 : kind === 'frame' ? box.w - 92 : null;
    const size = oneLineW === null ? textUnits : fitted(text, hand, textUnits, oneLineW);
    const innerW = oneLineW === null ? box.w * (round ? 0.78 : 1) - (round ? 0 : 24) : Infinity;
    // The tail of a speech bubble takes the lowest fifth of the room that is given.
    const h = kind === 'bubble' ? box.h * 0.8 : box.h;
    const shape: ShapeMark = {
      ...base(box.x, box.y), kind: 'shape', form: kind, w: box.w, h, points: [], color, widthUnits, fill, dashed, shadow, text,
      lines: text === '' ? [] : layLines(text, hand, measure, innerW / size), textSizeUnits: size, hand, area, ...PLAIN_SHAPE,
    };
    parts.push(shape);
    return shape.id;
  };

  const letter: PreparedSheet['letter'] = (text, x, baseline, wishedUnits, letters = {}) => {
    const { hand = 'kop', color = 'ink', heading = false, middle = false, widthUnits = Infinity, fitUnits = Infinity } = letters;
    const sizeUnits = fitted(text, hand, wishedUnits, widthUnits === Infinity ? fitUnits : Infinity);
    const lines = layLines(text, hand, measure, widthUnits / sizeUnits);
    const width = widestEm(lines) * sizeUnits;
    const left = middle ? x - width / 2 : x;
    parts.push({
      ...base(left, baseline - ASCENT_EM * sizeUnits), kind: 'text', text, lines, hand, sizeUnits, color, align: middle ? 'middle' : 'left', heading, ...PLAIN_TEXT,
    });
    return width;
  };

  const line: PreparedSheet['line'] = (points, color, widthUnits, dashed = false) => {
    const left = Math.min(...points.map(({ x }) => x)), top = Math.min(...points.map(({ y }) => y));
    const w = Math.max(...points.map(({ x }) => x)) - left, h = Math.max(...points.map(({ y }) => y)) - top;
    parts.push({
      ...base(left, top), kind: 'shape', form: 'line', w, h, points: points.map(({ x, y }) => ({ x: x - left, y: y - top })), color, widthUnits,
      fill: null, dashed, shadow: false, text: '', lines: [], textSizeUnits: 30, hand: 'hand', area: 'none', ...PLAIN_SHAPE,
    });
  };

  return {
    form,
    letter,
    line,
    curve(points, color, widthUnits) { line(softened(points), color, widthUnits); },
    arrow(from, to, bend, color, widthUnits = 4.4) {
      parts.push({ ...base(0, 0), kind: 'connector', from: { mark: null, at: from }, to: { mark: null, at: to }, bend, color, widthUnits, head: 'arrow' });
    },
    stamp(id, alt, x, ground, sizeUnits, color = null) {
      parts.push({ ...base(x, ground - GROUND_EM * sizeUnits), kind: 'stamp', stamp: id, sizeUnits, color, alt, outline: null });
    },
    numeral(number, middle, radius, color = 'ink', fill = null) {
      const size = radius * 1.3;
      form('ellipse', { x: middle.x - radius, y: middle.y - radius, w: radius * 2, h: radius * 2 }, { color, fill, widthUnits: 2.6 });
      letter(String(number), middle.x, middle.y + size * 0.33, size, { middle: true, color: color === 'grijs2' ? 'stil' : 'ink' });
    },
    marks() {
      const orders = generateNKeysBetween(null, null, parts.length);
      return parts.map((mark, i) => ({ ...mark, order: orders[i] as string }));
    },
  };
}
