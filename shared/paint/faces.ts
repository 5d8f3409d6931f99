import type { Hand } from '../board/lettering.ts';

/** The font files, one complete TTF each. Every surface sets a face from the same file, so that all measure alike. */
export type Face =
  | 'CaveatBrush' | 'PatrickHand' | 'PermanentMarker' | 'AtkinsonHyperlegible' | 'AtkinsonHyperlegibleBold'
  | SpareFace;

/** The faces for what no hand can write: other scripts, signs and emoji. They are large, and most boards need none of them. */
export type SpareFace = 'NotoSans' | 'NotoNaskhArabic' | 'NotoSansHebrew' | 'NotoSansTifinagh' | 'NotoSansMath' | 'NotoEmoji';

/** How a face is named in CSS and canvas, and its file name under `resources/fonts/`. */
export type FaceRecord = { readonly family: string; readonly weight: 400 | 700; readonly file: string };

/** Every face of board and interface; the build copies exactly these files. */
export const FACES: Readonly<Record<Face, FaceRecord>> = {
  CaveatBrush: { family: 'Caveat Brush', weight: 400, file: 'CaveatBrush.ttf' },
  PatrickHand: { family: 'Patrick Hand', weight: 400, file: 'PatrickHand.ttf' },
  PermanentMarker: { family: 'Permanent Marker', weight: 400, file: 'PermanentMarker.ttf' },
  AtkinsonHyperlegible: { family: 'Atkinson Hyperlegible', weight: 400, file: 'AtkinsonHyperlegible.ttf' },
  AtkinsonHyperlegibleBold: { family: 'Atkinson Hyperlegible', weight: 700, file: 'AtkinsonHyperlegibleBold.ttf' },
  NotoNaskhArabic: { family: 'Noto Naskh Arabic', weight: 400, file: 'NotoNaskhArabic.ttf' },
  NotoSans: { family: 'Noto Sans', weight: 400, file: 'NotoSans.ttf' },
  NotoSansHebrew: { family: 'Noto Sans Hebrew', weight: 400, file: 'NotoSansHebrew.ttf' },
  NotoSansTifinagh: { family: 'Noto Sans Tifinagh', weight: 400, file: 'NotoSansTifinagh.ttf' },
  NotoSansMath: { family: 'Noto Sans Math', weight: 400, file: 'NotoSansMath.ttf' },
  NotoEmoji: { family: 'Noto Emoji', weight: 400, file: 'NotoEmoji.ttf' },
};

/** The names of all faces. */
export const FACE_NAMES = Object.keys(FACES) as readonly Face[];

/** The spare faces in the order in which a letter is looked for in them. */
export const SPARE_FACES: readonly Face[] = ['NotoSans', 'NotoNaskhArabic', 'NotoSansHebrew', 'NotoSansTifinagh', 'NotoSansMath', 'NotoEmoji'] satisfies readonly SpareFace[];

/** The faces in which a hand is set, best first: a letter that the hand lacks comes from the next that has it. */
export const FACES_OF_HAND: Readonly<Record<Hand, readonly Face[]>> = {
  kop: ['CaveatBrush', 'PatrickHand', ...SPARE_FACES],
  hand: ['PatrickHand', 'CaveatBrush', ...SPARE_FACES],
  marker: ['PermanentMarker', 'PatrickHand', 'CaveatBrush', ...SPARE_FACES],
  face: ['AtkinsonHyperlegible', ...SPARE_FACES],
  faceBold: ['AtkinsonHyperlegibleBold', ...SPARE_FACES],
};

/** The `font` of a canvas context. */
export function canvasFont(face: Face, size: number): string {
  const { family, weight } = FACES[face];
  return `${weight === 700 ? 'bold ' : ''}${size}px "${family}"`;
}

/** Size at which a context measures: large, so that hinting cannot matter. */
export const MEASURE_PX = 1000;
