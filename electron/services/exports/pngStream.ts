import { ADLER_START, adlerOfBoth } from './adler32.ts';
import { pngChunk } from './pngChunk.ts';
import type { PackedRows } from './pngRows.ts';

/** Size and resolution of a picture, and whether its rows say how much each pixel covers. */
export type PngHead = { readonly wPx: number; readonly hPx: number; readonly dpi: number; readonly covering?: boolean };

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function head({ wPx, hPx, dpi, covering = false }: PngHead): Uint8Array[] {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(wPx, 0);
  ihdr.writeUInt32BE(hPx, 4);
  // 8 bits, colour with or without alpha.
  ihdr.set([8, covering ? 6 : 2, 0, 0, 0], 8);
  const phys = Buffer.alloc(9);
  const perMetre = Math.round(dpi / 0.0254);
  phys.writeUInt32BE(perMetre, 0);
  phys.writeUInt32BE(perMetre, 4);
  phys[8] = 1;
  return [SIGNATURE, pngChunk('IHDR', ihdr), pngChunk('sRGB', Uint8Array.of(0)), pngChunk('pHYs', phys)];
}

/** A zlib stream begins so: deflate with a window of 32 kB, packed quickly (RFC 1950, 2.2). */
const ZLIB_HEAD = Uint8Array.of(0x78, 0x01);

/** It ends with an empty last block and the checksum of all that was packed. */
function zlibEnd(adler: number): Uint8Array {
  const end = Buffer.alloc(6);
  end[0] = 0x03;
  end.writeUInt32BE(adler, 2);
  return end;
}

/**
 * A PNG file, piece by piece.
 * @param packed the rows of the picture from top to bottom, in stretches that were packed each by itself
 */
export async function* pngPieces(size: PngHead, packed: AsyncIterable<PackedRows>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* head(size);
  let adler = ADLER_START;
  yield pngChunk('IDAT', ZLIB_HEAD);
  for await (const rows of packed) {
    adler = adlerOfBoth(adler, rows.adler, rows.length);
    yield rows.chunk;
  }
  yield pngChunk('IDAT', zlibEnd(adler));
  yield pngChunk('IEND');
}
