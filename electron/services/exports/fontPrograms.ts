import { readFileSync } from 'node:fs';
import type { Font } from 'fontkit';
import type { Face } from '../../../shared/paint/faces.ts';
import type { FontFiles } from './fontFiles.ts';
import { lateFontkit } from './latePackages.ts';
import { repairedFont } from './repairedFont.ts';

/** Font programs by face, read when first asked for. */
export function fontPrograms(files: FontFiles): (face: Face) => Font {
  const fonts = new Map<Face, Font>();
  return (face) => {
    let font = fonts.get(face);
    if (!font) {
      const opened = lateFontkit().create(readFileSync(files.get(face) ?? ''));
      if (!('glyphForCodePoint' in opened)) throw new Error(`A font collection: ${face}`);
      fonts.set(face, (font = repairedFont(opened)));
    }
    return font;
  };
}
