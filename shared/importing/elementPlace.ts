import { boxAround, type Box } from '../geometry/box.ts';
import { compose, rotation, translation, type Matrix } from '../geometry/matrix.ts';
import type { Element } from './excalidrawSchema.ts';

/** From an element's own coordinates to the scene: moved to its place, turned about the middle of its box. */
export function elementMatrix(element: Element): Matrix {
  const { x, y, angle } = element.value;
  const box = ownBox(element);
  return compose(rotation(angle, { x: x + box.x + box.w / 2, y: y + box.y + box.h / 2 }), translation(x, y));
}

/** The box of an element in its own coordinates. */
export function ownBox(element: Element): Box {
  switch (element.kind) {
    case 'freedraw': case 'line': case 'arrow': return boxAround(element.value.points);
    default: return { x: 0, y: 0, w: element.value.width, h: element.value.height };
  }
}
