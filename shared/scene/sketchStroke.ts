import type { Ink } from '../ink/ink.ts';
import { inkOutline } from '../ink/outline.ts';
import type { StrokeMark, StrokeTool } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import type { PaintOp } from './sceneNode.ts';

/**
 * How much each nib covers, without blend modes. A highlighter lets through what lies below it; a shadow is one even
 * grey, however often the hand goes over it. Both are painted below the ink.
 */
export const STROKE_OPACITY: Readonly<Record<StrokeTool, number>> = { pen: 1, highlighter: 0.38, shadow: 1 };

/** Whether a nib has the round, even end of a felt marker. */
export function isBlunt(tool: StrokeTool): boolean {
  return tool !== 'pen';
}

/** A stroke as the filled outline of its nib. */
export function sketchStroke(stroke: StrokeMark, ink: Ink): readonly PaintOp[] {
  const { tool, widthUnits, thinning, smoothing } = stroke;
  const path = inkOutline(ink, { widthUnits, thinning, smoothing, blunt: isBlunt(tool) });
  return [{ op: 'fill', path, color: hexOf(stroke.color), opacity: STROKE_OPACITY[tool] }];
}
