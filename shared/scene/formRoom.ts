import { assertNever } from '../base/assertNever.ts';
import type { ShapeForm } from '../board/marks.ts';
import type { Box, Size } from '../geometry/box.ts';
import { bannerFront } from './banner.ts';
import { ARROW_SHAFT, arrowHead, SUN_DISC } from './forms.ts';

/** Air between a straight line and lettering, board units; small boxes have less. */
const AIR_UNITS = 14;

const middlePart = ({ w, h }: Size, shareW: number, shareH: number): Box => ({ x: (w * (1 - shareW)) / 2, y: (h * (1 - shareH)) / 2, w: w * shareW, h: h * shareH });

/** The part of a form's box that its lettering may take, so that no letter touches the line. Forms without lettering inside have all of it. */
export function formRoom(form: ShapeForm, size: Size): Box {
  const { w, h } = size;
  switch (form) {
    case 'line': case 'frame': return { x: 0, y: 0, w, h };
    case 'rectangle': {
      const x = Math.min(AIR_UNITS, w * 0.12), y = Math.min(AIR_UNITS * 0.7, h * 0.12);
      return { x, y, w: w - 2 * x, h: h - 2 * y };
    }
    case 'ellipse': return middlePart(size, 0.76, 0.64);
    case 'bubble': return middlePart(size, 0.8, 0.7);
    case 'cloud': case 'thought': return middlePart(size, 0.74, 0.62);
    case 'diamond': return middlePart(size, 0.56, 0.42);
    case 'sun': return middlePart(size, SUN_DISC * 0.76, SUN_DISC * 0.64);
    case 'arrow': {
      const { from, to } = ARROW_SHAFT;
      const x = h * 0.09 + Math.min(AIR_UNITS, w * 0.05);
      return { x, y: h * (from + 0.05), w: Math.max(0, w - x - arrowHead(size) * 0.5), h: h * (to - from - 0.1) };
    }
    case 'banner': {
      const front = bannerFront(size);
      const air = Math.min(AIR_UNITS * 1.4, front.w * 0.08);
      return { x: front.x + air, y: 0, w: front.w - 2 * air, h: front.h };
    }
    default: return assertNever(form);
  }
}
