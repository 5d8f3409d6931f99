import type { StrokeTool } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import { isBlunt } from '../../shared/scene/sketchStroke.ts';
import type { DrawingStyle } from './tool.ts';

/** A felt marker is this much wider than the pen of the same width. */
const BLUNT_TIMES = 6;

/** The width of what a pen draws, board units. */
export function nibWidth(tool: StrokeTool, { widthUnits }: Pick<DrawingStyle, 'widthUnits'>): number {
  return isBlunt(tool) ? widthUnits * BLUNT_TIMES : widthUnits;
}

/** The colour of what a pen draws: each kind keeps its own. */
export function nibColor(tool: StrokeTool, { color, highlighterColor, shadowColor }: Pick<DrawingStyle, 'color' | 'highlighterColor' | 'shadowColor'>): InkColor {
  return { pen: color, highlighter: highlighterColor, shadow: shadowColor }[tool];
}
