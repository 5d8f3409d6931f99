import { smoothNoise } from './seed.ts';
import { evenly, flattenSubpath, lengthOf, parseStampPath } from './stampPath.ts';
import type { Spot } from './stampPath.ts';

const STEP = 3;
const LOOSE = 0.7;

/**
 * The edge of a patch of colour laid down by hand: follows its outline loosely and lies beside it.
 * @param d one subpath in the drawing's box
 * @param options.scale from the box to board units
 * @param options.offset how far the patch lies right of and below its outline, in the drawing's box
 * @returns a polygon in board units whose last corner joins its first; empty when `d` has no length
 */
export function washEdge(
  d: string,
  options: { readonly scale: number; readonly offset: Spot; readonly seed: number },
): readonly Spot[] {
  const { scale, offset, seed } = options;
  const [subpath] = parseStampPath(d);
  if (!subpath) return [];
  const spots = flattenSubpath({ ...subpath, closed: true });
  const length = lengthOf(spots);
  if (length === 0) return [];
  const count = Math.max(8, Math.round(length / STEP));
  const loose = LOOSE * Math.min(1, length / 60);
  return evenly(spots, count)
    .slice(0, count)
    .map(([x, y], i): Spot => {
      // The noise dies out at the seam, so that both ends meet.
      const calm = Math.min(1, Math.min(i, count - i) / 4) * loose;
      return [
        (x + offset[0] + smoothNoise(seed, i * 0.3) * calm) * scale,
        (y + offset[1] + smoothNoise(seed + 1, i * 0.3) * calm) * scale,
      ];
    });
}
