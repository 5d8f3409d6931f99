import { unionOf, type Box, type Point } from './box.ts';

/** Which edges or middles come to lie on one line. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Along which axis the gaps become equal. */
export type Axis = 'horizontal' | 'vertical';

/** How far each box must move so that all lie aligned within the box around them. */
export function alignBoxes(boxes: readonly Box[], to: Alignment): readonly Point[] {
  const around = unionOf(boxes);
  if (!around) return [];
  return boxes.map(({ x, y, w, h }): Point => {
    switch (to) {
      case 'left': return { x: around.x - x, y: 0 };
      case 'centre': return { x: around.x + (around.w - w) / 2 - x, y: 0 };
      case 'right': return { x: around.x + around.w - w - x, y: 0 };
      case 'top': return { x: 0, y: around.y - y };
      case 'middle': return { x: 0, y: around.y + (around.h - h) / 2 - y };
      case 'bottom': return { x: 0, y: around.y + around.h - h - y };
    }
  });
}

/**
 * How far each box must move so that the gaps between neighbours are equal; the outermost stay. Boxes that have no room
 * between them overlap each other equally. Fewer than three boxes have nothing to share out.
 */
export function distributeBoxes(boxes: readonly Box[], along: Axis): readonly Point[] {
  const start = ({ x, y }: Box): number => (along === 'horizontal' ? x : y);
  const length = ({ w, h }: Box): number => (along === 'horizontal' ? w : h);
  const still = boxes.map((): Point => ({ x: 0, y: 0 }));
  if (boxes.length < 3) return still;
  // By their middles: a wide box around a small one does not count as lying before it.
  const inOrder = boxes.map((box, i) => ({ box, i })).sort((a, b) => start(a.box) + length(a.box) / 2 - start(b.box) - length(b.box) / 2 || a.i - b.i);
  const first = (inOrder[0] as { box: Box }).box, last = (inOrder[inOrder.length - 1] as { box: Box }).box;
  const gap = (start(last) + length(last) - start(first) - boxes.reduce((sum, box) => sum + length(box), 0)) / (boxes.length - 1);
  let at = start(first);
  for (const { box, i } of inOrder) {
    const by = at - start(box);
    still[i] = along === 'horizontal' ? { x: by, y: 0 } : { x: 0, y: by };
    at += length(box) + gap;
  }
  return still;
}
