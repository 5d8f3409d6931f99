import type { Hand, ListSign } from '../board/lettering.ts';
import type { Point } from '../geometry/box.ts';
import { handLine } from './handLine.ts';
import type { PaintOp } from './sceneNode.ts';

/** Where a line of a list begins, and how it is lettered. */
export type SignPlace = { readonly x: number; readonly baseline: number; readonly sizeUnits: number; readonly hand: Hand; readonly color: string; readonly seed: number; readonly part: number };

/** Thickness of a drawn sign, and how far above the baseline its middle lies, in ems. */
const SIGN_EM = 0.105;
const MIDDLE_EM = 0.27;

const drawn = (points: readonly Point[], { sizeUnits, color, seed, part }: SignPlace, widthEm = SIGN_EM): PaintOp =>
  ({ op: 'fill', path: handLine(points, { widthUnits: widthEm * sizeUnits, seed, closed: false }), color, opacity: 1, part });

/** The sign of an item of a list as a pen sets it: one move for a dot, a dash or a tick; numbers are lettered. */
export function listSign(sign: ListSign, place: SignPlace): PaintOp {
  const { x, baseline, sizeUnits, hand, color, part } = place;
  const left = x + sign.xEm * sizeUnits;
  const at = (dx: number, dy: number): Point => ({ x: left + dx * sizeUnits, y: baseline - dy * sizeUnits });
  switch (sign.kind) {
    case 'dot': return drawn([at(0.3, MIDDLE_EM + 0.012), at(0.36, MIDDLE_EM), at(0.33, MIDDLE_EM - 0.02)], place, 0.24);
    case 'dash': return drawn([at(0.12, MIDDLE_EM - 0.02), at(0.36, MIDDLE_EM + 0.02), at(0.62, MIDDLE_EM + 0.01)], place, 0.125);
    case 'tick': return drawn([at(0.12, MIDDLE_EM + 0.06), at(0.28, 0.02), at(0.7, MIDDLE_EM + 0.38)], place);
    case 'number': return { op: 'letter', line: { runs: [{ text: sign.text, rtl: false, xEm: 0, widthEm: 0 }], widthEm: 0 }, hand, sizeUnits, x: left, baseline, color, part };
  }
}
