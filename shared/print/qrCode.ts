import { encode } from 'uqr';

/** White modules that a reader needs around a QR code (ISO/IEC 18004, 5.3.8). */
export const QUIET_MODULES = 4;

/** The dark modules of a row that touch: left, top and length, in modules from the first one. */
export type QrStretch = readonly [x: number, y: number, length: number];

/** A QR code, and how many modules wide it is without its quiet zone. */
export type QrCode = { readonly stretches: readonly QrStretch[]; readonly modules: number };

/**
 * A QR code of a text with at least 15 % correction; more where the same number of modules allows it.
 * @throws when the text is longer than a QR code can hold
 */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  const stretches = data.flatMap((row, y) => {
    const found: QrStretch[] = [];
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end + 1]) end++;
      found.push([x, y, end - x + 1]);
      x = end;
    }
    return found;
  });
  return { stretches, modules: size };
}
