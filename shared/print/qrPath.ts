import type { Path } from '../geometry/path.ts';
import { boxesPath } from './compose.ts';
import { qrCode } from './qrCode.ts';

/** A QR code as one path, and how many modules wide it is without its quiet zone. */
export type QrPath = { readonly path: Path; readonly modules: number };

/**
 * A QR code of a text as a single path, so that no painter leaves seams.
 * @param sideMm length of its side, without the quiet zone
 * @throws when the text is longer than a QR code can hold
 */
export function qrPath(text: string, x: number, y: number, sideMm: number): QrPath {
  const { stretches, modules } = qrCode(text);
  const module = sideMm / modules;
  return { path: boxesPath(stretches.map(([col, row, length]) => [x + col * module, y + row * module, length * module, module])), modules };
}
