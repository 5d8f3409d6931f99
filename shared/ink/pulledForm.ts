import { boxAround, centreOf, type Point } from '../geometry/box.ts';
import type { RoughForm } from './roughForm.ts';
import { steppedEnd } from './straightLine.ts';

/** A form does not become smaller or larger than this many times by one pull. */
const LEAST = 0.1, MOST = 12;

/**
 * A form while the pen that drew it still lies on the paper: the end of a line or arrow follows the pen, a closed form
 * grows and shrinks about its middle.
 * @param held where the pen was when the form came about
 * @param even shift: lines by steps of 15°, ellipses round, boxes square
 */
export function pulledForm(form: RoughForm, held: Point, to: Point, even: boolean): RoughForm {
  if (form.kind === 'line' || form.kind === 'arrow') {
    const end = { x: form.to.x + to.x - held.x, y: form.to.y + to.y - held.y };
    return { ...form, to: even ? steppedEnd(form.from, end) : end };
  }
  const middle = form.kind === 'triangle' ? centreOf(boxAround(form.corners)) : form.middle;
  const before = Math.hypot(held.x - middle.x, held.y - middle.y);
  const times = before === 0 ? 1 : Math.min(MOST, Math.max(LEAST, Math.hypot(to.x - middle.x, to.y - middle.y) / before));
  if (form.kind === 'triangle') {
    const grown = ({ x, y }: Point): Point => ({ x: middle.x + (x - middle.x) * times, y: middle.y + (y - middle.y) * times });
    return { kind: 'triangle', corners: [grown(form.corners[0]), grown(form.corners[1]), grown(form.corners[2])] };
  }
  const side = Math.max(form.w, form.h);
  return { ...form, w: (even ? side : form.w) * times, h: (even ? side : form.h) * times };
}
