import type { Point, Size } from '../geometry/box.ts';
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

/** Rays around an oval disc: where they stand, and how wide their lines are. */
export type OvalRays = { readonly size: Size; readonly disc: number; readonly widthUnits: number; readonly seed: number };

/** Below this side a sun has half as many rays, all long. */
const SMALL_SUN_UNITS = 90;

/** The rays of a sun between its disc and the edge of its box, long and short by turns. */
export function ovalRays({ size, disc, widthUnits, seed }: OvalRays): readonly Path[] {
  const { w, h } = size;
  const small = Math.min(w, h) < SMALL_SUN_UNITS;
  const count = small ? 8 : 2 * Math.round(Math.min(11, Math.max(7, (w + h) / 50)));
  const air = Math.min(0.1, (widthUnits * 1.6 + 3) / Math.min(w, h));
  return Array.from({ length: count }, (_, i) => {
    const angle = -Math.PI / 2 + 0.09 + (2 * Math.PI * i) / count;
    const at = (share: number): Point => ({ x: (w / 2) * (1 + Math.cos(angle) * share), y: (h / 2) * (1 + Math.sin(angle) * share) });
    const long = small || i % 2 === 0;
    return handLine([at(disc + 2 * air), at(long ? 0.985 : disc + 2 * air + (0.985 - disc - 2 * air) * 0.58)], { widthUnits: long ? widthUnits : widthUnits * 0.85, seed: seed + i * 5, closed: false });
  });
}
