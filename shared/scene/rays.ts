import type { Point } from '../geometry/box.ts';
import type { Path } from '../geometry/path.ts';
import { handLine } from './handLine.ts';

export type Rays = {
  readonly middle: Point;
  /** How far from the middle the rays begin. */
  readonly radius: number;
  /** Length of the long ones; every second ray is shorter. */
  readonly length: number;
  readonly widthUnits: number;
  /** From where to where they stand, radians clockwise from the right: a whole turn or an arc above something. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly seed: number;
};

/** Short strokes around something that shines, long and short by turns, each one drawn outwards. */
export function rays({ middle, radius, length, widthUnits, from, to, count, seed }: Rays): readonly Path[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = from + ((to - from) * i) / Math.max(1, count - 1);
    const reach = radius + (i % 2 === 0 ? length : length * 0.6);
    const at = (distance: number): Point => ({ x: middle.x + Math.cos(angle) * distance, y: middle.y + Math.sin(angle) * distance });
    return handLine([at(radius), at(reach)], { widthUnits: i % 2 === 0 ? widthUnits : widthUnits * 0.85, seed: seed + i * 5, closed: false });
  });
}
