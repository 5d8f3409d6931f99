import type { Ink } from '../ink/ink.ts';
import { inkOutline } from '../ink/outline.ts';
import type { StrokeMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import type { PaintOp } from './sceneNode.ts';

/** How much of what lies below a highlighter lets through. It is painted below the ink, without blend modes. */
export const HIGHLIGHTER_OPACITY = 0.38;

/** A stroke as the filled outline of its nib. */
export function sketchStroke(stroke: StrokeMark, ink: Ink): readonly PaintOp[] {
  const blunt = stroke.tool === 'highlighter';
  const path = inkOutline(ink, { widthUnits: stroke.widthUnits, thinning: stroke.thinning, smoothing: stroke.smoothing, blunt });
  return [{ op: 'fill', path, color: hexOf(stroke.color), opacity: blunt ? HIGHLIGHTER_OPACITY : 1 }];
}
