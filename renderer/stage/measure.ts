import type { MeasureEm } from '../../shared/board/lettering.ts';
import { canvasAdvanceEm, type Canvas2D } from '../../shared/paint/canvas2dSurface.ts';
import { FACE_NAMES, FACES } from '../../shared/paint/faces.ts';
import { measureBy } from '../../shared/paint/glyphRuns.ts';

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

/** Measures lettering with the window's canvas; call after the fonts are loaded. Kept per text. */
export function createMeasure(): MeasureEm {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('No 2D canvas in this window');
  const measure = measureBy(canvasAdvanceEm(context as Canvas2D));
  const kept = new Map<string, number>();
  return (text, hand) => {
    const key = `${hand} ${text}`;
    let width = kept.get(key);
    if (width === undefined) {
      width = measure(text, hand);
      if (kept.size > 20_000) kept.clear();
      kept.set(key, width);
    }
    return width;
  };
}
