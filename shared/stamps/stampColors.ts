import { MARKER_SET } from '../ink/markerSet.ts';

/** Inks, washes and greys by name, as drawings and stamps use them. */
export const stampPalette = MARKER_SET;

export type StampInk = keyof typeof stampPalette;

/** A named colour of the palette, or any other as `#rrggbb`. */
export type StampColor = StampInk | `#${string}`;

const isInk = (color: StampColor): color is StampInk => Object.hasOwn(stampPalette, color);

/** The `#rrggbb` behind a stamp colour; `paper` is the colour of the sheet that the stamp lies on. */
export function stampHex(color: StampColor, paper: string = stampPalette.paper): string {
  if (color === 'paper') return paper;
  return isInk(color) ? stampPalette[color] : color;
}

const channels = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const toHex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

const LIGHTEST = 251;
const DARKEST = 28;

/**
 * The same colour in a drawing that is made with one ink only: its lightness becomes the amount of ink on the
 * paper, so black is the ink itself, a wash is a tint of it, and paper stays paper.
 * @param hex what the drawing uses, `#rrggbb`
 * @param ink the one ink, `#rrggbb`
 * @param paper the sheet, `#rrggbb`
 */
export function inOneInk(hex: string, ink: string, paper: string): string {
  if (hex === paper) return paper;
  const [r, g, b] = channels(hex);
  const light = 0.299 * r + 0.587 * g + 0.114 * b;
  const amount = Math.min(1, Math.max(0, (LIGHTEST - light) / (LIGHTEST - DARKEST)));
  const from = channels(paper);
  const to = channels(ink);
  const mix = (i: 0 | 1 | 2): string => toHex(from[i] + (to[i] - from[i]) * amount);
  return `#${mix(0)}${mix(1)}${mix(2)}`;
}
