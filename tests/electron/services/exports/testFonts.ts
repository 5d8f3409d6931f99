import { join } from 'node:path';
import { fontFaces } from '../../../../electron/launch/fontFaces.mjs';
import { projectRoot } from '../../../../electron/launch/projectRoot.mjs';
import type { FontFiles } from '../../../../electron/services/exports/fontFiles.ts';
import { FACES, FACE_NAMES } from '../../../../shared/paint/faces.ts';

/** The font files as the packages bring them, by face. */
export const testFonts: FontFiles = new Map(FACE_NAMES.map((face) => {
  const source = fontFaces.find(({ file }) => file === FACES[face].file)?.source ?? '';
  return [face, join(projectRoot, 'node_modules', source)];
}));
