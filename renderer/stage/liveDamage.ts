import type { InkColor } from '../../shared/board/palette.ts';
import type { StrokeTool } from '../../shared/board/marks.ts';
import { boxAround, grow, unionOf, type Box } from '../../shared/geometry/box.ts';
import type { Nib, NibPoint } from '../../shared/ink/outline.ts';

/** A stroke in progress, as it is painted. */
type Growing = { readonly tool: StrokeTool; readonly nib: Nib; readonly color: InkColor; readonly points: readonly NibPoint[]; readonly predicted: readonly NibPoint[] };

/**
 * What comes so shortly before the end of a line still changes when the line goes on, since smoothing, corner and cap follow
 * it: so many places, and so much of the way in widths of the nib (perfect-freehand sets a point at half of one).
 */
const TAIL_PLACES = 16;
const TAIL_WIDTHS = 4;

const NOTHING: Box = { x: 0, y: 0, w: 0, h: 0 };

type Painted = Growing & { readonly count: number; readonly newest: NibPoint | undefined; readonly parts: number };

/**
 * Which part of the ink in progress looks different from what was painted last. While a pen goes on that is no more than
 * the end of its line: the compositor puts together anew what was cleared, and not what was not touched.
 */
export type LiveDamage = {
  /**
   * The part to be painted anew, board units; null for everything, a box of no size for nothing. Takes note of the strokes as painted.
   * @param partsOf of how many paths a stroke is made: at a joint it looks a little different once there is one more
   */
  readonly next: (strokes: ReadonlyMap<string, Growing>, partsOf: (name: string) => number) => Box | null;
  /** Something else than the end of a line is different: everything is painted next time. */
  readonly all: () => void;
};

const boxOf = (points: readonly NibPoint[]): Box | undefined => (points.length === 0 ? undefined : boxAround(points.map(([x, y]) => ({ x, y }))));

const sameNib = (a: Nib, b: Nib): boolean => a.widthUnits === b.widthUnits && a.thinning === b.thinning && a.smoothing === b.smoothing && a.blunt === b.blunt;

/** Where the tail of a line of so many points begins; null when all of the line is its tail. A hand at rest gives many points in one place. */
function tailStart({ points, nib }: Growing, count: number): number | null {
  let places = 0, way = 0;
  for (let i = count - 1; i > 0; i--) {
    const [x, y] = points[i] as NibPoint, [x0, y0] = points[i - 1] as NibPoint;
    const step = Math.hypot(x - x0, y - y0);
    if (step > 0) places++;
    way += step;
    if (places >= TAIL_PLACES && way >= TAIL_WIDTHS * nib.widthUnits) return i - 1;
  }
  return null;
}

/** What a stroke looks different in: nothing when it waits to come onto the board. Null when it is another stroke than the one that was painted. */
function grownBy(now: Growing, parts: number, before: Painted | undefined): readonly Box[] | null {
  // A line that was laid anew in the same list has other points.
  if (!before || before.points !== now.points || now.points[before.count - 1] !== before.newest || !sameNib(before.nib, now.nib) || before.color !== now.color || before.tool !== now.tool || before.parts !== parts) return null;
  if (now.points.length === before.count && now.predicted.length === 0 && before.predicted.length === 0) return [];
  const from = tailStart(now, before.count);
  if (from === null) return null;
  const tail = boxOf([...now.points.slice(from), ...before.predicted, ...now.predicted]);
  return tail ? [grow(tail, now.nib.widthUnits)] : null;
}

/** Nothing is painted yet. */
export function createLiveDamage(): LiveDamage {
  let painted: ReadonlyMap<string, Painted> | null = null;
  return {
    next(strokes, partsOf) {
      const before = painted;
      painted = new Map([...strokes].map(([name, stroke]) => [name, { ...stroke, count: stroke.points.length, newest: stroke.points[stroke.points.length - 1], parts: partsOf(name) }]));
      if (!before || before.size !== strokes.size || strokes.size === 0) return null;
      const boxes: Box[] = [];
      for (const [name, stroke] of strokes) {
        const grown = grownBy(stroke, partsOf(name), before.get(name));
        if (!grown) return null;
        boxes.push(...grown);
      }
      return unionOf(boxes) ?? NOTHING;
    },
    all: () => { painted = null; },
  };
}
