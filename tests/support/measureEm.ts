import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Hand, MeasureEm } from '../../shared/board/lettering.ts';

const FONTS = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/', import.meta.url));

const FILE: { readonly [hand in Hand]: string } = {
  kop: 'caveat-brush/400Regular/CaveatBrush_400Regular.ttf',
  hand: 'patrick-hand/400Regular/PatrickHand_400Regular.ttf',
  marker: 'permanent-marker/400Regular/PermanentMarker_400Regular.ttf',
  face: 'atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  faceBold: 'atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf',
};

/** The font file of a hand, as the app ships it. */
export const fontFile = (hand: Hand): string => FONTS + FILE[hand];

const context = createCanvas(1, 1).getContext('2d');
const measured = new Map<string, number>();
for (const hand of Object.keys(FILE) as Hand[]) GlobalFonts.registerFromPath(fontFile(hand), `measure-${hand}`);

/** Measures with the real fonts, as every surface does. */
export const measureEm: MeasureEm = (text, hand) => {
  const key = `${hand}:${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  context.font = `1000px "measure-${hand}"`;
  const widthEm = context.measureText(text).width / 1000;
  measured.set(key, widthEm);
  return widthEm;
};
