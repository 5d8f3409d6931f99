import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { latePdfKit } from './latePackages.ts';

/** PDFKit gives files that it is told of beforehand instead of reading them; its types do not know that yet. */
type WithFiles = { readonly registerFile: (url: string, bytes: Uint8Array) => void };

let known = false;

/**
 * Hands PDFKit its own colour profile (sRGB, for PDF/A). It reads it through a `file:` URL, which Electron does not
 * serve from inside app.asar. Outside a bundle there is no `require`, and no app.asar either.
 */
export function knowColourProfile(): void {
  if (known || typeof require !== 'function') return;
  known = true;
  const profile = join(dirname(require.resolve('pdfkit')), 'data/sRGB_IEC61966_2_1.icc');
  (latePdfKit() as unknown as WithFiles).registerFile(pathToFileURL(profile).href, readFileSync(profile));
}
