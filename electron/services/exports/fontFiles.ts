import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
