import { assertNever } from '../base/assertNever.ts';
import type { ShapeForm } from '../board/marks.ts';
import type { Point, Size } from '../geometry/box.ts';

/** Corners along a quarter or whole ellipse, from one angle to another (radians, clockwise from the right). */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return { x: cx + Math.cos(angle) * rx, y: cy + Math.sin(angle) * ry };
  });
}

const QUARTER = Math.PI / 2;

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
export function diamond({ w, h }: Size): Point[] {
  return [{ x: w / 2, y: 0 }, { x: w, y: h / 2 }, { x: w / 2, y: h }, { x: 0, y: h / 2 }];
}

/** Where the tail of a bubble points when nobody has pulled it: below its box, at the left. */
export function usualTail({ w, h }: Size): Point {
  return { x: w * 0.16, y: h * 1.25 };
}

/** A speech bubble: an ellipse that fills its box with a tail at the lower left, below the box. */
export function bubble({ w, h }: Size): Point[] {
  const steps = Math.max(30, Math.round((w + h) / 9));
  const round = arc(w / 2, h / 2, w / 2, h / 2, QUARTER * 1.52, QUARTER * 5.28, steps);
  return [...round, { x: w * 0.26, y: h * 1.125 }, usualTail({ w, h }), { x: w * 0.2, y: h * 1.125 }];
}

/** A cloud: bows of uneven size around an ellipse. */
export function cloud({ w, h }: Size): Point[] {
  const bows = [0.16, 0.13, 0.12, 0.11, 0.13, 0.14, 0.1, 0.11];
  const points: Point[] = [];
  let turn = -0.3;
  for (const share of bows) {
    const from = turn * 2 * Math.PI;
    const to = (turn + share) * 2 * Math.PI;
    turn += share;
    const a = { x: w / 2 + Math.cos(from) * w * 0.42, y: h / 2 + Math.sin(from) * h * 0.39 };
    const b = { x: w / 2 + Math.cos(to) * w * 0.42, y: h / 2 + Math.sin(to) * h * 0.39 };
    const radius = Math.hypot(b.x - a.x, b.y - a.y) / 2;
    const start = Math.atan2(a.y - (a.y + b.y) / 2, a.x - (a.x + b.x) / 2);
    points.push(...arc((a.x + b.x) / 2, (a.y + b.y) / 2, radius, radius * 0.9, start, start + Math.PI, 9));
  }
  return points;
}

/** A ribbon: the front, a little bowed, and two tails with a notch; `fold` is the dark turn between them. */
export type Banner = { readonly front: readonly Point[]; readonly tails: readonly (readonly Point[])[]; readonly folds: readonly (readonly Point[])[] };

/** A banner that fills its box: the front takes the middle four fifths, the tails hang a quarter lower. */
export function banner({ w, h }: Size): Banner {
  const inset = Math.min(w * 0.13, h * 0.95);
  const tuck = inset * 0.62;
  const drop = h * 0.2;
  const bow = h * 0.07;
  const frontH = h - drop;
  const top = Array.from({ length: 9 }, (_, i) => ({ x: inset + ((w - 2 * inset) * i) / 8, y: bow * (1 - Math.sin((Math.PI * i) / 8)) }));
  const bottom = top.map(({ x, y }) => ({ x, y: y + frontH - bow })).reverse();
  const left = (flip: (x: number) => number): { tail: Point[]; fold: Point[] } => ({
    tail: [
      { x: flip(inset), y: drop + bow }, { x: flip(0), y: drop + bow * 0.6 }, { x: flip(inset * 0.34), y: (drop + h) / 2 + bow * 0.4 },
      { x: flip(0), y: h }, { x: flip(inset + tuck), y: h - bow * 0.4 }, { x: flip(inset + tuck), y: frontH }, { x: flip(inset), y: frontH },
    ],
    fold: [{ x: flip(inset), y: frontH }, { x: flip(inset + tuck), y: frontH }, { x: flip(inset + tuck), y: h - bow * 0.4 }],
  });
  const a = left((x) => x), b = left((x) => w - x);
  return { front: [...top, ...bottom], tails: [a.tail, b.tail], folds: [a.fold, b.fold] };
}

/** Radius of a frame's corners and of a plain box's, board units. */
const FRAME_RADIUS = 16;
const BOX_RADIUS = 7;

/** The corners of a closed form that fills its box, as they are drawn; a banner's are those of its front. */
export function formCorners(form: Exclude<ShapeForm, 'line'>, size: Size): readonly Point[] {
  switch (form) {
    case 'rectangle': return roundedBox(size, BOX_RADIUS);
    case 'frame': return roundedBox(size, FRAME_RADIUS);
    case 'ellipse': return ellipse(size);
    case 'diamond': return diamond(size);
    case 'bubble': return bubble(size);
    case 'cloud': return cloud(size);
    case 'banner': return banner(size).front;
    default: return assertNever(form);
  }
}
