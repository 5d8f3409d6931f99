import { readFileSync } from 'node:fs';
import { FACES } from '../../../shared/paint/faces.ts';
import type { FontFiles } from './fontFiles.ts';
import { lateCanvas } from './latePackages.ts';

const registered = new Set<string>();

/** Makes the faces known to Node's canvas under their family names. */
export function registerFonts(files: FontFiles): void {
  for (const [face, path] of files) {
    if (registered.has(face)) continue;
    // By its bytes: native code cannot open a path inside app.asar.
    if (!lateCanvas().GlobalFonts.register(readFileSync(path), FACES[face].family)) throw new Error(`Not a font: ${path}`);
    registered.add(face);
  }
}
