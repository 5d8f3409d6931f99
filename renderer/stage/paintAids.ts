import type { Point } from '../../shared/geometry/box.ts';

/** A straight line that shows where edges or middles meet; board units. */
export type GuideLine = { readonly from: Point; readonly to: Point };

/** The desk's amber (`--focus`), darker so that a thin line of it stands out on paper. */
const HERE = '#DB9412';

/**
 * The nib before it touches: a disk of the size and colour of what it will draw, with a fine ring of paper and of ink
 * around it, so that it is seen on any colour.
 * @param px board units that one screen px is
 */
export function paintNib(context: CanvasRenderingContext2D, at: Point, radiusUnits: number, color: string, px: number): void {
  const radius = Math.max(radiusUnits, 1.25 * px);
  const circle = (r: number): void => {
    context.beginPath();
    context.arc(at.x, at.y, r, 0, 2 * Math.PI);
  };
  circle(radius);
  context.fillStyle = color;
  context.fill();
  context.lineWidth = px;
  circle(radius + px);
  context.strokeStyle = 'rgba(255, 251, 242, 0.95)';
  context.stroke();
  circle(radius + 2 * px);
  context.strokeStyle = 'rgba(31, 27, 22, 0.35)';
  context.stroke();
}

/** Thin lines along edges and middles that meet while something is moved. */
export function paintGuides(context: CanvasRenderingContext2D, guides: readonly GuideLine[], px: number): void {
  context.lineWidth = 1.25 * px;
  context.strokeStyle = HERE;
  context.beginPath();
  for (const { from, to } of guides) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}
