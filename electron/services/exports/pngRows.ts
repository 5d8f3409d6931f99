import { constants, deflateRawSync } from 'node:zlib';
import { ADLER_BASE, ADLER_START, adler32 } from './adler32.ts';
import { pngChunk } from './pngChunk.ts';

/** Rows of a picture as they stand in a PNG, packed so that they can be put after others. */
export type PackedRows = {
  /** A chunk `IDAT`: deflate that is not ended, in whole bytes. */
  readonly chunk: Uint8Array;
  /** Of what was packed: its checksum and how many bytes it had. */
  readonly adler: number;
  readonly length: number;
};

/** Filters of PNG (third edition, 9.2). */
const NONE = 0, UP = 2;
const WHITE = 0xffffffff;

/**
 * Drawn areas have one colour: they pack best as they are, and white paper costs nearly no work.
 * @returns the checksum of the rows (`adler32`): of white paper it follows from its length
 */
function plainRows(pixels: Uint32Array, wPx: number, out: Uint8Array): number {
  out.fill(255);
  let to = 0, a = ADLER_START, b = 0;
  for (let x = 0; x < pixels.length;) {
    const end = x + wPx;
    out[to++] = NONE;
    b += a;
    while (x < end) {
      const from = x;
      while (x < end && pixels[x] === WHITE) x++;
      const white = 3 * (x - from);
      to += white;
      // Each of them adds 255 to the first sum, and that sum to the second. A row is so short that all of it stays exact.
      b += white * a + 127.5 * white * (white + 1);
      a += 255 * white;
      for (let pixel; x < end && (pixel = pixels[x] as number) !== WHITE; x++) {
        const red = pixel & 255, green = (pixel >> 8) & 255, blue = (pixel >> 16) & 255;
        out[to] = red;
        out[to + 1] = green;
        out[to + 2] = blue;
        to += 3;
        b += 3 * (a + red) + 2 * green + blue;
        a += red + green + blue;
      }
    }
    a %= ADLER_BASE;
    b %= ADLER_BASE;
  }
  return b * 65536 + a;
}

/** Photographs pack better as the difference to the row above; the first row has none. */
function differenceRows(rgba: Uint8Array, wPx: number, out: Uint8Array): void {
  const line = wPx * 4;
  let to = 0;
  for (let start = 0; start < rgba.length; start += line) {
    out[to++] = start === 0 ? NONE : UP;
    for (let at = start; at < start + line; at += 4) {
      for (let k = at; k < at + 3; k++) out[to++] = (rgba[k] as number) - (start === 0 ? 0 : (rgba[k - line] as number));
    }
  }
}

/**
 * Colours with how much they cover. A canvas keeps them multiplied by that, a PNG does not (third edition, 12.3); where
 * nothing was painted, which is most of a drawing, there is nothing to do.
 */
function coveringRows(rgba: Uint8Array, wPx: number, out: Uint8Array): void {
  out.fill(0);
  const line = wPx * 4;
  let to = 0;
  for (let start = 0; start < rgba.length; start += line, to += line + 1) {
    out[to] = NONE;
    for (let at = 0; at < line; at += 4) {
      const alpha = rgba[start + at + 3] as number;
      if (alpha === 0) continue;
      for (let k = at; k < at + 3; k++) out[to + 1 + k] = alpha === 255 ? (rgba[start + k] as number) : Math.min(255, Math.round(((rgba[start + k] as number) * 255) / alpha));
      out[to + 1 + at + 3] = alpha;
    }
  }
}

/**
 * A maker of packed rows for a picture of that width; it keeps its buffer from one call to the next.
 * @param covering whether the rows also say how much each pixel covers
 */
export function rowPacker(wPx: number, covering = false): (rgba: Uint8Array, isPhoto: boolean) => PackedRows {
  let room = new Uint8Array(0);
  return (rgba, isPhoto) => {
    const length = (rgba.length / 4) * (covering ? 4 : 3) + rgba.length / (4 * wPx);
    if (room.length < length) room = new Uint8Array(length);
    const rows = room.subarray(0, length);
    let adler: number | undefined;
    if (covering) coveringRows(rgba, wPx, rows);
    else if (isPhoto) differenceRows(rgba, wPx, rows);
    else adler = plainRows(new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4), wPx, rows);
    // Level 2 takes a third of the time of level 6 for a tenth more bytes; the flush ends on a whole byte.
    const packed = deflateRawSync(rows, { level: 2, memLevel: 9, chunkSize: 1024 * 1024, finishFlush: constants.Z_SYNC_FLUSH });
    return { chunk: pngChunk('IDAT', packed), adler: adler ?? adler32(rows), length };
  };
}
