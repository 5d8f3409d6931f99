import { assertNever } from '../base/assertNever.ts';
import type { ShapeForm, ShapeMark } from '../board/marks.ts';
import type { Point, Size } from '../geometry/box.ts';
import { banner } from './banner.ts';
import { bubble, usualTail } from './bubble.ts';
import { cloud } from './cloud.ts';
import { arc, QUARTER } from './curves.ts';

/** A box with rounded corners, clockwise from its top left corner's end. */
function roundedBox({ w, h }: Size, radius: number): Point[] {
  const r = Math.min(radius, w / 2, h / 2);
  return [
    ...arc(w - r, r, r, r, -QUARTER, 0, 4), ...arc(w - r, h - r, r, r, 0, QUARTER, 4),
    ...arc(r, h - r, r, r, QUARTER, 2 * QUARTER, 4), ...arc(r, r, r, r, 2 * QUARTER, 3 * QUARTER, 4),
  ];
}

/** An ellipse that fills its box, begun at the upper right as a right hand does. */
export function ellipse({ w, h }: Size): Point[] {
  const steps = Math.max(24, Math.round((w + h) / 10));
  return arc(w / 2, h / 2, w / 2, h / 2, -QUARTER * 0.6, QUARTER * 3.4, steps).slice(0, -1);
}

/** A diamond that fills its box. */
function diamond({ w, h }: Size): Point[] {
  return [{ x: w / 2, y: 0 }, { x: w, y: h / 2 }, { x: w / 2, y: h }, { x: 0, y: h / 2 }];
}

/** How much of a sun's box its disc takes, the rest is for the rays. */
export const SUN_DISC = 0.64;

/** The disc of a sun. */
function disc({ w, h }: Size): Point[] {
  return ellipse({ w: w * SUN_DISC, h: h * SUN_DISC }).map(({ x, y }) => ({ x: x + (w * (1 - SUN_DISC)) / 2, y: y + (h * (1 - SUN_DISC)) / 2 }));
}

/** How long the head of a block arrow is, and how high its shaft begins and ends, as a share of its height. */
export const arrowHead = ({ w, h }: Size): number => Math.min(h * 0.62, w * 0.45);
export const ARROW_SHAFT = { from: 0.2, to: 0.8 };

/** A block arrow that points to the right; its shaft opens a little towards the head. */
function blockArrow(size: Size): Point[] {
  const { w, h } = size;
  const neck = w - arrowHead(size);
  const { from, to } = ARROW_SHAFT;
  return [
    { x: 0, y: h * (from + 0.05) }, { x: neck, y: h * from }, { x: neck - h * 0.035, y: 0 }, { x: w, y: h / 2 },
    { x: neck - h * 0.035, y: h }, { x: neck, y: h * to }, { x: 0, y: h * (to - 0.05) }, { x: h * 0.09, y: h / 2 },
  ];
}

/** Radius of a frame's corners and of a plain box's, board units. */
const FRAME_RADIUS = 16;
const BOX_RADIUS = 7;

/** The tail of a bubble at the size that its matrix gives it. */
export function tailOf(shape: Pick<ShapeMark, 'tail' | 'w' | 'h'>, size: Size): Point {
  return shape.tail ? { x: (shape.tail.x * size.w) / (shape.w || 1), y: (shape.tail.y * size.h) / (shape.h || 1) } : usualTail(size);
}

/** Whether a form has a tail that can be pulled. */
export const hasTail = (form: ShapeForm): form is 'bubble' | 'thought' => form === 'bubble' || form === 'thought';

/**
 * The corners of a closed form that fills its box, as they are drawn; a banner's are those of its front, a sun's of its disc.
 * @param tail where the tail of a bubble points, which lies outside its box
 */
export function formCorners(form: Exclude<ShapeForm, 'line'>, size: Size, tail: Point = usualTail(size)): readonly Point[] {
  switch (form) {
    case 'rectangle': return roundedBox(size, BOX_RADIUS);
    case 'frame': return roundedBox(size, FRAME_RADIUS);
    case 'ellipse': return ellipse(size);
    case 'diamond': return diamond(size);
    case 'bubble': return bubble(size, tail);
    case 'cloud': case 'thought': return cloud(size);
    case 'sun': return disc(size);
    case 'arrow': return blockArrow(size);
    case 'banner': return banner(size).front;
    default: return assertNever(form);
  }
}
