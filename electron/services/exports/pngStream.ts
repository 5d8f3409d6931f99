import { createDeflate, type Deflate } from 'node:zlib';
import { crc32 } from './crc32.ts';

/** Size and resolution of a picture. */
export type PngHead = { readonly wPx: number; readonly hPx: number; readonly dpi: number };

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** One chunk: length, type, data, CRC over type and data (PNG specification, third edition, 5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

function head({ wPx, hPx, dpi }: PngHead): Uint8Array[] {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(wPx, 0);
  ihdr.writeUInt32BE(hPx, 4);
  // 8 bits, colour without alpha.
  ihdr.set([8, 2, 0, 0, 0], 8);
  const phys = Buffer.alloc(9);
  const perMetre = Math.round(dpi / 0.0254);
  phys.writeUInt32BE(perMetre, 0);
  phys.writeUInt32BE(perMetre, 4);
  phys[8] = 1;
  return [SIGNATURE, chunk('IHDR', ihdr), chunk('sRGB', Uint8Array.of(0)), chunk('pHYs', phys)];
}

/**
 * Writes rows as PNG wants them: a filter byte (2, the difference to the row above) and three bytes a pixel.
 * @param above the last row of the stripe before, RGBA
 */
function filterRows(rgba: Uint8Array, above: Uint8Array, wPx: number, out: Buffer): void {
  const line = wPx * 4;
  let to = 0;
  for (let start = 0; start < rgba.length; start += line) {
    out[to++] = 2;
    const source = start === 0 ? above : rgba;
    let up = start === 0 ? 0 : start - line;
    for (let at = start; at < start + line; at += 4, up += 4) {
      out[to++] = (rgba[at] as number) - (source[up] as number);
      out[to++] = (rgba[at + 1] as number) - (source[up + 1] as number);
      out[to++] = (rgba[at + 2] as number) - (source[up + 2] as number);
    }
  }
}

/** Hands bytes to the compressor; ends when it has taken them. What comes out is gathered by its listener. */
function feed(deflate: Deflate, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    deflate.write(bytes, (error) => { if (error) reject(error); else resolve(); });
  });
}

/**
 * A PNG file, piece by piece, from opaque stripes of RGBA rows; holds two stripes, of which one is packed while the
 * next is painted.
 * @param stripes whole rows from top to bottom, `hPx` in all; a stripe is not kept after the next is asked for
 */
export async function* pngPieces(size: PngHead, stripes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* head(size);
  const line = size.wPx * 4;
  const deflate = createDeflate({ level: 6, chunkSize: 256 * 1024 });
  const packed: Uint8Array[] = [];
  deflate.on('data', (bytes: Uint8Array) => packed.push(bytes));
  const buffers: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  let above: Uint8Array = new Uint8Array(line);
  let packing: Promise<void> = Promise.resolve();
  try {
    for await (const stripe of stripes) {
      const length = (stripe.length / 4) * 3 + stripe.length / line;
      if (buffers[0].length !== length) buffers[0] = Buffer.alloc(length);
      filterRows(stripe, above, size.wPx, buffers[0]);
      above = stripe.slice(stripe.length - line);
      await packing;
      packing = feed(deflate, buffers[0]);
      // A failure is thrown where it is awaited, not as one that nobody handles.
      packing.catch(() => undefined);
      buffers.reverse();
      for (const bytes of packed.splice(0)) yield chunk('IDAT', bytes);
    }
    await packing;
    await new Promise<void>((resolve, reject) => { deflate.once('end', resolve).once('error', reject).end(); });
    for (const bytes of packed.splice(0)) yield chunk('IDAT', bytes);
    yield chunk('IEND', new Uint8Array(0));
  } finally {
    deflate.destroy();
  }
}
