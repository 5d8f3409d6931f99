import { generateNKeysBetween } from 'fractional-indexing';
import type { MarkId, PageId } from '../base/ids.ts';
import { ASCENT_EM, layLines, widestEm, type Hand, type MeasureEm } from '../board/lettering.ts';
import type { AreaRole, Mark, MarkBase, ShapeForm, ShapeMark } from '../board/marks.ts';
import type { InkColor } from '../board/palette.ts';
import type { Box, Point } from '../geometry/box.ts';
import { translation } from '../geometry/matrix.ts';

type Letters = {
  readonly hand?: Hand;
  readonly color?: InkColor;
  readonly heading?: boolean;
  readonly middle?: boolean;
  /** Where lines are broken, board units. */
  readonly widthUnits?: number;
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
  /** Lettering whose first baseline is at y; x is its left end, or its middle. */
  letter(text: string, x: number, baseline: number, sizeUnits: number, letters?: Letters): void;
  form(form: ShapeForm, box: Box, looks?: Form): MarkId;
  line(points: readonly Point[], color: InkColor, widthUnits: number, dashed?: boolean): void;
  arrow(from: Point, to: Point, bend: number, color: InkColor, widthUnits?: number): void;
  /** A drawn stamp whose ground line is at `ground`. */
  stamp(id: string, alt: string, x: number, ground: number, sizeUnits: number, color?: InkColor | null): void;
  /** A number in a ring, for steps and points. */
  numeral(number: number, middle: Point, radius: number, color?: InkColor, fill?: InkColor | null): void;
  /** All parts in their painting order. */
  marks(): readonly Mark[];
};

/** How far below its box a stamp's ground line lies, as a share of its size. */
const GROUND_EM = 0.95;

/** Begins an empty sheet. */
export function prepareSheet(page: PageId, measure: MeasureEm, newId: () => MarkId): PreparedSheet {
  const parts: Mark[] = [];
  const base = (x: number, y: number): MarkBase => ({ id: newId(), page, layer: 'prepared', order: '', matrix: translation(x, y), locked: true });

  const form: PreparedSheet['form'] = (kind, box, looks = {}) => {
    const { text = '', textUnits = 30, hand = 'hand', color = 'ink', fill = null, widthUnits = 3.6, dashed = false, shadow = false, area = 'none' } = looks;
    // A ribbon has one line; its words are chosen to fit, and a test holds them to it.
    const innerW = kind === 'banner' ? Infinity : kind === 'ellipse' || kind === 'bubble' || kind === 'cloud' ? box.w * 0.78 : box.w - 24;
    const shape: ShapeMark = {
      ...base(box.x, box.y), kind: 'shape', form: kind, w: box.w, h: box.h, points: [], color, widthUnits, fill, dashed, shadow, text,
      lines: text === '' ? [] : layLines(text, hand, measure, innerW / textUnits), textSizeUnits: textUnits, hand, area,
    };
    parts.push(shape);
    return shape.id;
  };

  const letter: PreparedSheet['letter'] = (text, x, baseline, sizeUnits, letters = {}) => {
    const { hand = 'kop', color = 'ink', heading = false, middle = false, widthUnits = Infinity } = letters;
    const lines = layLines(text, hand, measure, widthUnits / sizeUnits);
    const left = middle ? x - (widestEm(lines) * sizeUnits) / 2 : x;
    parts.push({
      ...base(left, baseline - ASCENT_EM * sizeUnits), kind: 'text', text, lines, hand, sizeUnits, color, align: middle ? 'middle' : 'left', heading,
    });
  };

  return {
    form,
    letter,
    line(points, color, widthUnits, dashed = false) {
      const left = Math.min(...points.map(({ x }) => x)), top = Math.min(...points.map(({ y }) => y));
      const w = Math.max(...points.map(({ x }) => x)) - left, h = Math.max(...points.map(({ y }) => y)) - top;
      parts.push({
        ...base(left, top), kind: 'shape', form: 'line', w, h, points: points.map(({ x, y }) => ({ x: x - left, y: y - top })), color, widthUnits,
        fill: null, dashed, shadow: false, text: '', lines: [], textSizeUnits: 30, hand: 'hand', area: 'none',
      });
    },
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
