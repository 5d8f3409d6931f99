import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { GlobalFonts } from '@napi-rs/canvas';
import { FACES, FACE_NAMES, type Face } from '../../../shared/paint/faces.ts';

/** Where the font file of each face is. */
export type FontFiles = ReadonlyMap<Face, string>;

/**
 * The font files in a folder under the names of `FACES`.
 * @throws when one is missing: what was measured with another face would not fit
 */
export function fontFilesIn(folder: string): FontFiles {
  return new Map(FACE_NAMES.map((face) => {
    const path = join(folder, FACES[face].file);
    if (!existsSync(path)) throw new Error(`Font file missing: ${path}`);
    return [face, path];
  }));
}

const registered = new Set<string>();

/** Makes the faces known to Node's canvas under their family names. */
export function registerFonts(files: FontFiles): void {
  for (const [face, path] of files) {
    if (registered.has(face)) continue;
    // By its bytes: native code cannot open a path inside app.asar.
    if (!GlobalFonts.register(readFileSync(path), FACES[face].family)) throw new Error(`Not a font: ${path}`);
    registered.add(face);
  }
}

/** Font programs by face, read when first asked for. */
export function fontPrograms(files: FontFiles): (face: Face) => Font {
  const fonts = new Map<Face, Font>();
  return (face) => {
    let font = fonts.get(face);
    if (!font) {
      const opened = create(readFileSync(files.get(face) ?? ''));
      if (!('glyphForCodePoint' in opened)) throw new Error(`A font collection: ${face}`);
      fonts.set(face, (font = opened));
    }
    return font;
  };
}
