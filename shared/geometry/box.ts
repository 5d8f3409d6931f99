/** An upright rectangle in board units; `x`,`y` is its top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** A point in board units. */
export type Point = { readonly x: number; readonly y: number };
/** Width and height in board units. */
export type Size = { readonly w: number; readonly h: number };

/** The smallest box around points; an empty list gives a box of no size at the origin. */
export function boxAround(points: Iterable<Point>): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return left === Infinity ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The smallest box around boxes, or undefined when there are none. */
export function unionOf(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left === Infinity ? undefined : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The box made larger (or smaller, when negative) by a margin on all four sides. */
export function grow(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, w: box.w + 2 * margin, h: box.h + 2 * margin };
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** What two boxes share, or undefined when that is no more than an edge. */
export function commonOf(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x), y = Math.max(a.y, b.y);
  const w = Math.min(a.x + a.w, b.x + b.w) - x, h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : undefined;
}

/** Whether `inner` lies wholly in `outer`, edges included. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h
  );
}

/** Whether a point lies in a box, edges included. */
export function containsPoint(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h;
}

/** The middle of a box. */
export function centreOf(box: Box): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

/** What a box leaves free of another: the parts above, below, left and right of it. */
export function around(box: Box, { x, y, w, h }: Box): readonly Box[] {
  const left = Math.min(x + w, Math.max(x, box.x)), right = Math.min(x + w, Math.max(x, box.x + box.w));
  const top = Math.min(y + h, Math.max(y, box.y)), bottom = Math.min(y + h, Math.max(y, box.y + box.h));
  const parts = [
    { x, y, w, h: top - y }, { x, y: bottom, w, h: y + h - bottom },
    { x, y: top, w: left - x, h: bottom - top }, { x: right, y: top, w: x + w - right, h: bottom - top },
  ];
  return parts.filter((part) => part.w > 0 && part.h > 0);
}
