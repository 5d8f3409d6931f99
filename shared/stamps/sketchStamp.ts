import { assertNever } from '../base/assertNever.ts';
import { inkLine } from './inkLine.ts';
import { seedOf } from './seed.ts';
import type { Stamp, StampOp } from './stamp.ts';
import { inOneInk, stampHex, stampPalette } from './stampColors.ts';
import type { StampColor } from './stampColors.ts';
import { mapStampPath, smoothPath, splitStampPath } from './stampPath.ts';
import { washEdge } from './washEdge.ts';

/** An area to be filled with one colour (non-zero winding). */
export type StampPatch = { readonly d: string; readonly color: string };

const BOX = 100;
const LINE = 2.6;
const WASH_OFFSET = [1.7, 1.4] as const;
/** Below this size inner lines would run together. */
const SMALLEST_WITH_INNER_LINES = 56;

/**
 * Width of a stamp's main line in board units. A small stamp nearly keeps the pen's width, a large one is drawn
 * with a broader pen, but not as much broader as it is larger.
 */
export function stampLineUnits(sizeUnits: number): number {
  return LINE * (sizeUnits / BOX) ** (sizeUnits < BOX ? 0.25 : 0.6);
}

const patchesOf = (op: StampOp, sizeUnits: number, seed: number, color: string): readonly StampPatch[] => {
  const scale = sizeUnits / BOX;
  switch (op.kind) {
    case 'fill':
      return [{ d: mapStampPath(op.d, ([x, y]) => [x * scale, y * scale]), color }];
    case 'wash': {
      // On a large stamp the colour lies as far beside its line as the line is broad, not further.
      const closer = Math.min(1, stampLineUnits(sizeUnits) / (LINE * scale));
      const offset = [WASH_OFFSET[0] * closer, WASH_OFFSET[1] * closer] as const;
      return splitStampPath(op.d).map((part, i) => ({
        d: smoothPath(washEdge(part, { scale, offset, seed: seed + i * 7 })),
        color,
      }));
    }
    case 'line': {
      const lineUnits = stampLineUnits(sizeUnits);
      const widthUnits = lineUnits * op.width;
      const handUnits = Math.min(lineUnits, widthUnits);
      return splitStampPath(op.d).map((part, i) => ({
        d: smoothPath(inkLine(part, { scale, widthUnits, handUnits, seed: seed + i * 7 })),
        color,
      }));
    }
    default:
      return assertNever(op);
  }
};

/**
 * A stamp as areas to be filled in order, in a box of `sizeUnits` by `sizeUnits` board units with its origin top
 * left. The same arguments always give the same areas, so the result may be cached.
 * @param recolour one ink for the whole drawing: tints of it replace the drawing's own colours
 * @param paper the sheet that shows through, `#rrggbb`
 */
export function sketchStamp(
  stamp: Pick<Stamp, 'id' | 'ops'>,
  sizeUnits: number,
  recolour?: StampColor,
  paper: string = stampPalette.paper,
): readonly StampPatch[] {
  const colorOf = (color: StampColor): string => {
    const own = stampHex(color, paper);
    return recolour === undefined ? own : inOneInk(own, stampHex(recolour, paper), paper);
  };
  return stamp.ops.flatMap((op) => {
    if (op.kind === 'line' && op.inner === true && sizeUnits < SMALLEST_WITH_INNER_LINES) return [];
    // By its path, so that a coloured line on a broader black one wobbles along with it.
    const seed = seedOf(`${stamp.id} ${op.d}`);
    return patchesOf(op, sizeUnits, seed, colorOf(op.color)).filter((patch) => patch.d !== '');
  });
}
