import { grow, type Box } from '../geometry/box.ts';
import { rotation, transformBox } from '../geometry/matrix.ts';
import { pathBounds } from '../geometry/path.ts';
import type { PaintOp } from './sceneNode.ts';

/** Room that lettering takes above and below its baseline, and beside its advance, in ems: accents and swings included. */
const ABOVE_EM = 1.1;
const BELOW_EM = 0.42;
const BESIDE_EM = 0.12;
/** Lines that were not measured count this much for a letter. */
const LETTER_EM = 0.62;

/** The box that an op covers, in the coordinates of its node. */
export function opBox(op: PaintOp): Box {
  switch (op.op) {
    case 'fill': return pathBounds(op.path);
    case 'stroke': return grow(pathBounds(op.path), op.widthUnits / 2);
    case 'letter': {
      const widthEm = op.line.widthEm > 0 ? op.line.widthEm : op.line.runs.reduce((sum, run) => sum + run.text.length * LETTER_EM, 0);
      const size = op.sizeUnits;
      const box = { x: op.x - BESIDE_EM * size, y: op.baseline - ABOVE_EM * size, w: (widthEm + 2 * BESIDE_EM) * size, h: (ABOVE_EM + BELOW_EM) * size };
      return op.turn === undefined ? box : transformBox(rotation(op.turn, { x: op.x, y: op.baseline }), box);
    }
    case 'image': return { x: 0, y: 0, w: op.w, h: op.h };
  }
}
