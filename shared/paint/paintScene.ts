import { assertNever } from '../base/assertNever.ts';
import { compose, IDENTITY, rotation, translation, type Matrix } from '../geometry/matrix.ts';
import type { PaintOp, SceneNode } from '../scene/sceneNode.ts';
import type { Surface } from './surface.ts';

/** Paints one op. The only place that turns a scene into calls of a surface. */
function paintOp(op: PaintOp, surface: Surface): void {
  switch (op.op) {
    case 'fill': surface.fill(op.path, op.color, op.opacity); return;
    case 'stroke': surface.stroke(op.path, op.color, op.widthUnits, op.dashUnits); return;
    case 'letter':
      if (op.turn === undefined) {
        surface.letter(op.line, op.hand, op.sizeUnits, op.x, op.baseline, op.color);
        return;
      }
      surface.push(compose(translation(op.x, op.baseline), rotation(op.turn)));
      surface.letter(op.line, op.hand, op.sizeUnits, 0, 0, op.color);
      surface.pop();
      return;
    case 'image': surface.image(op.asset, op.w, op.h, op.opacity); return;
    default: assertNever(op);
  }
}

const isIdentity = ([a, b, c, d, e, f]: Matrix): boolean => a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0;

/** Paints ops under a transform. What throws leaves what is painted after it where it belongs. */
export function paintOps(ops: readonly PaintOp[], surface: Surface, matrix: Matrix = IDENTITY): void {
  // Most strokes were never moved; saving and restoring a context costs as much as filling a short one.
  const moved = !isIdentity(matrix);
  if (moved) surface.push(matrix);
  try {
    for (const op of ops) paintOp(op, surface);
  } finally {
    if (moved) surface.pop();
  }
}

/** Paints one node under its own transform. */
export function paintNode({ ops, matrix }: SceneNode, surface: Surface): void {
  paintOps(ops, surface, matrix);
}

/** Paints nodes in their order. Tags are the caller's, since reading order is not painting order. */
export function paintScene(nodes: Iterable<SceneNode>, surface: Surface): void {
  for (const node of nodes) paintNode(node, surface);
}
