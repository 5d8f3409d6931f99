import { FACE_NAMES, FACES } from '../../shared/paint/faces.ts';

/** Where the page finds the font files; the tile worker needs the whole address. */
export function fontsUrl(): string {
  return new URL('resources/fonts', document.baseURI).href;
}

/** Loads every face of the board, so that measuring and painting never fall back to another font. */
export async function loadBoardFonts(): Promise<void> {
  await Promise.all(FACE_NAMES.map(async (name) => {
    const { family, file, weight } = FACES[name];
    const face = new FontFace(family, `url(${fontsUrl()}/${file})`, { weight: String(weight) });
    document.fonts.add(face);
    await face.load();
  }));
}
