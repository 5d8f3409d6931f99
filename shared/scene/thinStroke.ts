import { grow } from '../geometry/box.ts';
import { decompose, transformBox } from '../geometry/matrix.ts';
import type { Board, Inks } from '../board/board.ts';
import type { StrokeMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import { inkBounds, type Ink } from '../ink/ink.ts';
import { nibReach } from '../ink/outline.ts';
import { coarseOutline, isThin } from '../ink/coarseOutline.ts';
import { markBox } from './markNode.ts';
import type { PaintOp, SceneNode } from './sceneNode.ts';
import { isBlunt, sketchStroke, STROKE_OPACITY } from './sketchStroke.ts';

/**
 * A stroke as its coarse outline, whatever its width: from the samples of `ink`, which may be a part of the stroke's own.
 * @param pxPerUnit device px per board unit of the page
 */
export function coarseStroke({ matrix, widthUnits, thinning, smoothing, color, tool }: StrokeMark, ink: Ink, pxPerUnit: number): readonly PaintOp[] {
  const { sx, sy } = decompose(matrix);
  const path = coarseOutline(ink, { widthUnits, thinning, smoothing, blunt: isBlunt(tool) }, pxPerUnit * Math.max(Math.abs(sx), Math.abs(sy)));
  return [{ op: 'fill', path, color: hexOf(color), opacity: STROKE_OPACITY[tool] }];
}

/**
 * A piece of a stroke, ready to be painted as the stroke is that it will become.
 * @param piece an ink of its own
 * @param pxPerUnit device px per board unit of the page
 */
export function pieceNode(stroke: StrokeMark, piece: Ink, pxPerUnit: number): SceneNode {
  const { sx, sy } = decompose(stroke.matrix);
  const isSmall = isThin(stroke.widthUnits, pxPerUnit * Math.max(Math.abs(sx), Math.abs(sy)));
  return { id: stroke.id, matrix: stroke.matrix, bounds: transformBox(stroke.matrix, grow(inkBounds(piece), nibReach(stroke) + 1)), ops: isSmall ? coarseStroke(stroke, piece, pxPerUnit) : sketchStroke(stroke, piece) };
}

/**
 * A stroke ready to be painted small, with a coarse outline that an eye cannot tell from the fine one; null when the line is
 * too broad at that scale, or its ink is missing.
 * @param pxPerUnit device px per board unit of the page
 */
export function thinStroke(stroke: StrokeMark, context: { readonly board: Board; readonly inks: Inks }, pxPerUnit: number): SceneNode | null {
  const ink = context.inks.get(stroke.ink);
  const { sx, sy } = decompose(stroke.matrix);
  const scale = pxPerUnit * Math.max(Math.abs(sx), Math.abs(sy));
  if (!ink || ink.count === 0 || !(scale > 0) || !isThin(stroke.widthUnits, scale)) return null;
  return { id: stroke.id, matrix: stroke.matrix, bounds: markBox(stroke, context), ops: coarseStroke(stroke, ink, pxPerUnit) };
}
