import { hexOf, PALETTE, type InkColor } from '../../board/palette.ts';

/** What large lettering needs on white paper (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 3;

const linear = (byte: number): number => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);

/** Contrast of a colour (`#rrggbb`) with white (WCAG 2.2, relative luminance). */
function contrastOnWhite(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16)));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

/** The colour in which large lettering is set on white: its own, or the outliner's where its own could not be read. */
export function legibleOnWhite(color: InkColor): string {
  const hex = hexOf(color);
  return contrastOnWhite(hex) >= LEAST_CONTRAST ? hex : PALETTE.ink;
}
