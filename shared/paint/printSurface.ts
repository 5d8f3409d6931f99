import { PALETTE } from '../board/palette.ts';
import type { Surface } from './surface.ts';

/** The paper of a print is the printer's own: the board's warm tint belongs to the screen. */
export const PRINT_PAPER = '#FFFFFF';

const printed = (color: string): string => (color.toUpperCase() === PALETTE.paper ? PRINT_PAPER : color);

/** The same surface for a print: what has the colour of the board's paper takes that of the print's. */
export function printSurface(surface: Surface): Surface {
  return {
    ...surface,
    fill: (path, color, opacity) => surface.fill(path, printed(color), opacity),
    stroke: (path, color, widthUnits, dashUnits) => surface.stroke(path, printed(color), widthUnits, dashUnits),
    letter: (line, hand, sizeUnits, x, baseline, color) => surface.letter(line, hand, sizeUnits, x, baseline, printed(color)),
  };
}
