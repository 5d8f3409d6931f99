import { FACE_NAMES, FACES, type Face } from '../../shared/paint/faces.ts';

/** Where the page finds the font files; the tile worker needs the whole address. */
export function fontsUrl(): string {
  return new URL('resources/fonts', document.baseURI).href;
}

/** Faces for letters that no hand has: other scripts. They are large, and nobody writes with them in the first moment. */
const SPARE_FACES: readonly Face[] = ['NotoSans', 'NotoNaskhArabic'];

async function load(name: Face): Promise<void> {
  const { family, file, weight } = FACES[name];
  const face = new FontFace(family, `url(${fontsUrl()}/${file})`, { weight: String(weight) });
  document.fonts.add(face);
  await face.load();
}

/** The faces of the board on their way: `hands` are those that a window waits for, `all` the spare ones too. */
export type BoardFonts = { readonly hands: Promise<void>; readonly all: Promise<void> };

/** Loads every face of the board, so that measuring and painting never fall back to another font. */
export function loadBoardFonts(): BoardFonts {
  const hands = Promise.all(FACE_NAMES.filter((name) => !SPARE_FACES.includes(name)).map(load)).then(() => undefined);
  const all = hands.then(() => Promise.all(SPARE_FACES.map(load))).then(() => undefined);
  // Whoever waits for the hands is told; a spare face that cannot be had costs its letters their look.
  all.catch(() => undefined);
  return { hands, all };
}
