import type { StrokeTool } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import { isBlunt } from '../../shared/scene/sketchStroke.ts';
import type { DrawingStyle } from './tool.ts';

/** A felt marker is this much wider than the pen of the same width. */
const BLUNT_TIMES = 6;

/** What a nib takes from the looks that one draws with. */
export type NibStyle = Pick<DrawingStyle, 'widthUnits' | 'color' | 'highlighterColor' | 'shadowColor'>;

/** The width of what a pen draws, board units. */
export function nibWidth(tool: StrokeTool, { widthUnits }: Pick<NibStyle, 'widthUnits'>): number {
  return isBlunt(tool) ? widthUnits * BLUNT_TIMES : widthUnits;
}

/** The colour of what a pen draws: each kind keeps its own. */
export function nibColor(tool: StrokeTool, { color, highlighterColor, shadowColor }: NibStyle): InkColor {
  return { pen: color, highlighter: highlighterColor, shadow: shadowColor }[tool];
}
