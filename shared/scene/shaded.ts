import { hexOf, type InkColor } from '../board/palette.ts';

/** The shadow side of the washes: as far below them as peach-brown is below peach, and of the same hue. */
const SHADES: { readonly [color in string]?: `#${string}` } = { perzik: '#F4C48F', munt: '#A5D3B9', hemel: '#A9C5E6', blos: '#E5A796', licht: '#EFC24F', paper: '#E6DCC8' };

/** How much ink lies on the shadow side of any other colour, 0–1. */
const INK_SHARE = 0.28;

/** A colour as it looks in its own shadow: the tails of a banner, the back of a fold. Always darker than the colour itself. */
export function shaded(color: InkColor): `#${string}` {
  const known = SHADES[color];
  if (known) return known;
  const ink = parts('ink');
  return `#${parts(color).map((part, i) => Math.round(part * (1 - INK_SHARE) + (ink[i] as number) * INK_SHARE).toString(16).padStart(2, '0')).join('')}`;
}

function parts(color: InkColor): readonly number[] {
  const hex = hexOf(color);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
