import { encode } from 'uqr';
import type { Path } from '../geometry/path.ts';
import { boxesPath } from './compose.ts';

/** White modules that a reader needs around a QR code (ISO/IEC 18004, 5.3.8). */
export const QUIET_MODULES = 4;

/** A QR code as one path, and how many modules wide it is without its quiet zone. */
export type QrPath = { readonly path: Path; readonly modules: number };

/**
 * A QR code of a text with at least 15 % correction; more where the same number of modules allows it. The dark modules
 * of a row that touch are one box, and all are one path, so that no painter leaves seams.
 * @param sideMm length of its side, without the quiet zone
 * @throws when the text is longer than a QR code can hold
 */
export function qrPath(text: string, x: number, y: number, sideMm: number): QrPath {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  const module = sideMm / size;
  const boxes = data.flatMap((row, r) => {
    const stretches: [number, number, number, number][] = [];
    for (let c = 0; c < size; c++) {
      if (!row[c]) continue;
      let end = c;
      while (row[end + 1]) end++;
      stretches.push([x + c * module, y + r * module, (end - c + 1) * module, module]);
      c = end;
    }
    return stretches;
  });
  return { path: boxesPath(boxes), modules: size };
}
