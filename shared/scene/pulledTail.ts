import type { ShapeMark } from '../board/marks.ts';
import type { Point } from '../geometry/box.ts';
import { inverseOf, transformPoint } from '../geometry/matrix.ts';
import { hasTail, tailOf } from './forms.ts';
import { rigid } from './rigid.ts';

/** Where the tail of a bubble points on the page; null when the form has none. */
export function tailOnPage(shape: ShapeMark): Point | null {
  if (!hasTail(shape.form)) return null;
  const { matrix, size } = rigid(shape.matrix, shape);
  return transformPoint(matrix, tailOf(shape, size));
}

/** A bubble whose tail points at a place of the page; inside the bubble it goes away. */
export function pulledTail(shape: ShapeMark, at: Point): ShapeMark {
  return { ...shape, tail: transformPoint(inverseOf(shape.matrix), at) };
}
