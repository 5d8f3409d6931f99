import { decompose } from '../geometry/matrix.ts';
import type { Board, Inks } from '../board/board.ts';
import type { StrokeMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import { coarseOutline, isThin } from '../ink/coarseOutline.ts';
import { markBox } from './markNode.ts';
import type { SceneNode } from './sceneNode.ts';
import { isBlunt, STROKE_OPACITY } from './sketchStroke.ts';

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
  const { widthUnits, thinning, smoothing, color, tool } = stroke;
  const path = coarseOutline(ink, { widthUnits, thinning, smoothing, blunt: isBlunt(tool) }, scale);
  return { id: stroke.id, matrix: stroke.matrix, bounds: markBox(stroke, context), ops: [{ op: 'fill', path, color: hexOf(color), opacity: STROKE_OPACITY[tool] }] };
}
