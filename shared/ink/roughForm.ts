import type { Point } from '../geometry/box.ts';

/** A clean form that a rough line stands for. Angles in radians, clockwise; `w` × `h` before turning. */
export type RoughForm =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  /** `bend` as a connector has it: a share of its length, sideways. */
  | { readonly kind: 'arrow'; readonly from: Point; readonly to: Point; readonly bend: number }
  | { readonly kind: 'triangle'; readonly corners: readonly [Point, Point, Point] }
  | { readonly kind: 'ellipse' | 'rectangle' | 'diamond'; readonly middle: Point; readonly w: number; readonly h: number; readonly radians: number };
