import { PALETTE, type InkColor } from '../board/palette.ts';

type Rgb = readonly [number, number, number];

/** The few names that drawing programs write instead of numbers. */
const NAMES: Readonly<Record<string, string>> = { black: '#000000', white: '#ffffff', red: '#ff0000', green: '#008000', blue: '#0000ff', yellow: '#ffff00', orange: '#ffa500', gray: '#808080', grey: '#808080' };

/** Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa` or a common name, with its alpha 0–1; undefined for anything else. */
function readColor(text: string): { readonly rgb: Rgb; readonly alpha: number } | undefined {
  const given = text.trim().toLowerCase();
  if (given === 'transparent') return { rgb: [255, 255, 255], alpha: 0 };
  const hex = /^#([0-9a-f]+)$/.exec(NAMES[given] ?? given)?.[1];
  if (!hex || ![3, 4, 6, 8].includes(hex.length)) return undefined;
  const full = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const at = (i: number): number => parseInt(full.slice(i * 2, i * 2 + 2), 16);
  return { rgb: [at(0), at(1), at(2)], alpha: full.length === 8 ? at(3) / 255 : 1 };
}

const hex = (rgb: Rgb): `#${string}` => `#${rgb.map((n) => Math.round(n).toString(16).padStart(2, '0')).join('').toUpperCase()}`;

/** Brightness as the eye weighs it, 0–1 (WCAG 2 relative luminance without its gamma: enough to tell black and white). */
const brightness = ([r, g, b]: Rgb): number => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
const spread = (rgb: Rgb): number => Math.max(...rgb) - Math.min(...rgb);

const PAPER = readColor(PALETTE.paper)?.rgb ?? [255, 255, 255];

/** The colour as it looks on our paper: marks have no opacity of their own. */
const onPaper = (rgb: Rgb, opacity: number): Rgb => [0, 1, 2].map((i) => (rgb[i] as number) * opacity + (PAPER[i] as number) * (1 - opacity)) as unknown as Rgb;

/**
 * The ink for a line or lettering drawn elsewhere. White chalk on a dark board and any near-black become our outliner,
 * since our paper is always light; undefined when nothing was to be seen at all.
 * @param opacity 0–1
 */
export function importInk(text: string, opacity: number): InkColor | undefined {
  const color = readColor(text) ?? { rgb: [30, 30, 30] as Rgb, alpha: 1 };
  const alpha = color.alpha * opacity;
  if (alpha < 0.02) return undefined;
  const grey = spread(color.rgb) < 24;
  if (grey && (brightness(color.rgb) > 0.86 || brightness(color.rgb) < 0.2)) return alpha > 0.6 ? 'ink' : hex(onPaper([31, 27, 22], alpha));
  return hex(onPaper(color.rgb, alpha));
}

/** The colour that fills a form, or null when it is not filled. @param opacity 0–1 */
export function importFill(text: string, opacity: number): InkColor | null {
  const color = readColor(text);
  if (!color || color.alpha * opacity < 0.02) return null;
  return hex(onPaper(color.rgb, color.alpha * opacity));
}

/** Whether light lettering can stand on a fill. */
export function isDark(fill: InkColor | null): boolean {
  const color = fill === null ? undefined : readColor(fill.startsWith('#') ? fill : PALETTE[fill as keyof typeof PALETTE]);
  return color !== undefined && brightness(color.rgb) < 0.45;
}

/** Whether a colour is (nearly) white. */
export function isWhite(text: string): boolean {
  const color = readColor(text);
  return color !== undefined && color.alpha > 0.5 && spread(color.rgb) < 24 && brightness(color.rgb) > 0.86;
}
