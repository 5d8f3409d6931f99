import type { AssetId } from '../../../shared/base/ids.ts';
import { LINE, MOVE } from '../../../shared/geometry/path.ts';
import type { PaintOp, SceneNode } from '../../../shared/scene/sceneNode.ts';
import { PALETTE } from '../../../shared/board/palette.ts';

/** Stands for a picture that cannot be read: its frame with a cross, so that nobody takes the gap for white paper. */
function crossedFrame(w: number, h: number): PaintOp {
  const data = [MOVE, 0, 0, LINE, w, 0, LINE, w, h, LINE, 0, h, LINE, 0, 0, LINE, w, h, MOVE, w, 0, LINE, 0, h];
  return { op: 'stroke', path: { data }, color: PALETTE.grijs2, widthUnits: 2, dashUnits: [] };
}

/** The node with a crossed frame for each picture that is missing. */
export function withKnownPictures(node: SceneNode, pictures: ReadonlyMap<AssetId, unknown>): SceneNode {
  if (!node.ops.some((op) => op.op === 'image' && !pictures.has(op.asset))) return node;
  return { ...node, ops: node.ops.map((op) => (op.op === 'image' && !pictures.has(op.asset) ? crossedFrame(op.w, op.h) : op)) };
}
