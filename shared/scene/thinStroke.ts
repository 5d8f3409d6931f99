import { grow, type Box } from '../geometry/box.ts';
import { transformBox } from '../geometry/matrix.ts';
import type { Board, Inks } from '../board/board.ts';
import type { StrokeMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import { inkBounds, type Ink } from '../ink/ink.ts';
import { nibReach } from '../ink/outline.ts';
import { coarseOutline, isThin } from '../ink/coarseOutline.ts';
import { markBox } from './markNode.ts';
import type { SceneNode, ThinLine } from './sceneNode.ts';
import { isBlunt, sketchStroke, STROKE_OPACITY } from './sketchStroke.ts';

/** How a stroke's line is drawn from its samples. */
function thinLine({ widthUnits, thinning, smoothing, color, tool }: StrokeMark, ink: Ink): ThinLine {
  return { ink, nib: { widthUnits, thinning, smoothing, blunt: isBlunt(tool) }, color: hexOf(color), opacity: STROKE_OPACITY[tool] };
}

/** A thin line ready to be painted; its coarse outline is made when somebody needs that. */
function thinNode({ id, matrix }: StrokeMark, bounds: Box, thin: ThinLine, scale: number): SceneNode {
  return { id, matrix, bounds, thin, get ops() { return [{ op: 'fill', path: coarseOutline(thin.ink, thin.nib, scale), color: thin.color, opacity: thin.opacity }] as const; } };
}

/** How much larger a stroke is seen than it was drawn, at the most; worked out for each stroke in view. */
function scaleOf({ matrix: [a, b, c, d] }: StrokeMark, pxPerUnit: number): number {
  const along = Math.sqrt(a * a + b * b), across = along === 0 ? Math.sqrt(c * c + d * d) : Math.abs(a * d - b * c) / along;
  return pxPerUnit * Math.max(along, across);
}

/**
 * A piece of a stroke, ready to be painted as the stroke is that it will become.
 * @param piece an ink of its own
 * @param pxPerUnit device px per board unit of the page
 */
export function pieceNode(stroke: StrokeMark, piece: Ink, pxPerUnit: number): SceneNode {
  const scale = scaleOf(stroke, pxPerUnit);
  const bounds = transformBox(stroke.matrix, grow(inkBounds(piece), nibReach(stroke) + 1));
  return isThin(stroke.widthUnits, scale) ? thinNode(stroke, bounds, thinLine(stroke, piece), scale) : { id: stroke.id, matrix: stroke.matrix, bounds, ops: sketchStroke(stroke, piece) };
}

/**
 * A stroke ready to be painted small, with a coarse outline that an eye cannot tell from the fine one, or as a line; null when
 * the line is too broad at that scale, or its ink is missing.
 * @param pxPerUnit device px per board unit of the page
 */
export function thinStroke(stroke: StrokeMark, context: { readonly board: Board; readonly inks: Inks }, pxPerUnit: number): SceneNode | null {
  const ink = context.inks.get(stroke.ink);
  const scale = scaleOf(stroke, pxPerUnit);
  if (!ink || ink.count === 0 || !(scale > 0) || !isThin(stroke.widthUnits, scale)) return null;
  return thinNode(stroke, markBox(stroke, context), thinLine(stroke, ink), scale);
}
