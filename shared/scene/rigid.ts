import type { Size } from '../geometry/box.ts';
import { compose, decompose, scaling, type Matrix } from '../geometry/matrix.ts';

/** The rigid part of a matrix and the size that its scaling gives a box: forms are drawn anew at their size. */
export function rigid(matrix: Matrix, size: Size): { readonly matrix: Matrix; readonly size: Size } {
  const { sx, sy } = decompose(matrix);
  const scaleX = Math.abs(sx) || 1;
  const scaleY = Math.abs(sy) || 1;
  return { matrix: compose(matrix, scaling(1 / scaleX, 1 / scaleY)), size: { w: size.w * scaleX, h: size.h * scaleY } };
}
