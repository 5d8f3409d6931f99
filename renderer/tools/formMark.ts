import { assertNever } from '../../shared/base/assertNever.ts';
import type { ConnectorEnd, ConnectorMark, Mark, MarkBase, ShapeForm, ShapeMark } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import { PLAIN_SHAPE } from '../../shared/board/plainMarks.ts';
import { boxAround, type Point, type Size } from '../../shared/geometry/box.ts';
import { compose, IDENTITY, rotation, tidy, translation, type Matrix } from '../../shared/geometry/matrix.ts';
import type { RoughForm } from '../../shared/ink/roughForm.ts';

/** What a form has of the stroke that it comes from. */
export type FormLooks = Pick<MarkBase, 'id' | 'page' | 'order'> & { readonly color: InkColor; readonly widthUnits: number };

/** A connector is never finer than this, or its head could not be seen. */
const LEAST_ARROW_UNITS = 3;

function shape({ id, page, order, color, widthUnits }: FormLooks, form: ShapeForm, { w, h }: Size, matrix: Matrix, points: readonly Point[]): ShapeMark {
  return {
    kind: 'shape', id, page, layer: 'harvest', order, matrix: tidy(matrix), locked: false, form, w, h, points, color, widthUnits, fill: null,
    dashed: false, shadow: false, text: '', lines: [], textSizeUnits: 28, hand: 'kop', area: 'none', ...PLAIN_SHAPE,
  };
}

/** A line through corners as a hand draws it; a triangle comes back to its first corner. */
function lineThrough(looks: FormLooks, corners: readonly Point[]): ShapeMark {
  const { x, y, w, h } = boxAround(corners);
  return shape(looks, 'line', { w, h }, translation(x, y), corners.map((corner) => ({ x: corner.x - x, y: corner.y - y })));
}

function arrow({ id, page, order, color, widthUnits }: FormLooks, form: Extract<RoughForm, { kind: 'arrow' }>, endAt: (at: Point) => ConnectorEnd): ConnectorMark {
  const from = endAt(form.from), to = endAt(form.to);
  const round = from.mark !== null && from.mark === to.mark;
  return {
    kind: 'connector', id, page, layer: 'harvest', order, matrix: IDENTITY, locked: false,
    from: round ? { mark: null, at: form.from } : from, to: round ? { mark: null, at: form.to } : to,
    bend: form.bend, color, widthUnits: Math.max(LEAST_ARROW_UNITS, widthUnits), head: 'arrow',
  };
}

/**
 * A recognised form as a mark of the board: shapes for closed forms and lines, a connector for an arrow.
 * @param endAt what an end of an arrow holds on to
 */
export function formMark(form: RoughForm, looks: FormLooks, endAt: (at: Point) => ConnectorEnd): Mark {
  switch (form.kind) {
    case 'line': return lineThrough(looks, [form.from, form.to]);
    case 'triangle': return lineThrough(looks, [...form.corners, form.corners[0]]);
    case 'arrow': return arrow(looks, form, endAt);
    case 'ellipse': case 'rectangle': case 'diamond': {
      const { middle, w, h, radians } = form;
      return shape(looks, form.kind, { w, h }, compose(translation(middle.x, middle.y), compose(rotation(radians), translation(-w / 2, -h / 2))), []);
    }
    default: return assertNever(form);
  }
}
