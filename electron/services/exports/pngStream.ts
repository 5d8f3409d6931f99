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

/** Rows as PNG wants them: a filter byte (2, the difference to the row above) and three bytes a pixel. */
function filtered(rgba: Uint8Array, above: Uint8Array, wPx: number, rows: number): Uint8Array {
  const out = Buffer.allocUnsafe(rows * (wPx * 3 + 1));
  const line = wPx * 4;
  let to = 0;
  for (let row = 0; row < rows; row++) {
    out[to++] = 2;
    const start = row * line;
    const source = row === 0 ? above : rgba;
    let up = row === 0 ? 0 : start - line;
    for (let at = start; at < start + line; at += 4, up += 4) {
      out[to++] = (rgba[at] as number) - (source[up] as number);
      out[to++] = (rgba[at + 1] as number) - (source[up + 1] as number);
      out[to++] = (rgba[at + 2] as number) - (source[up + 2] as number);
    }
  }
  return out;
}

/** Hands bytes to the compressor and waits until it has taken them; what comes out is gathered by its listener. */
function feed(deflate: Deflate, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    deflate.write(bytes, (error) => { if (error) reject(error); else resolve(); });
  });
}

/**
 * A PNG file, piece by piece, from opaque stripes of RGBA rows; never holds more than a stripe.
 * @param stripes whole rows from top to bottom, `hPx` in all; a stripe is not kept after the next is asked for
 * @param betweenRows called every few rows; may throw to stop
 */
export async function* pngPieces(size: PngHead, stripes: AsyncIterable<Uint8Array>, betweenRows: () => void): AsyncGenerator<Uint8Array, void, undefined> {
  yield* head(size);
  const line = size.wPx * 4;
  /** About half a megabyte at a time, so that a cancelled export stops at once. */
  const batch = Math.max(1, Math.floor(500_000 / line));
  const deflate = createDeflate({ level: 6 });
  const packed: Uint8Array[] = [];
  deflate.on('data', (bytes: Uint8Array) => packed.push(bytes));
  let above: Uint8Array = new Uint8Array(line);
  try {
    for await (const stripe of stripes) {
      const rows = stripe.length / line;
      for (let row = 0; row < rows; row += batch) {
        betweenRows();
        const count = Math.min(batch, rows - row);
        const part = stripe.subarray(row * line, (row + count) * line);
        await feed(deflate, filtered(part, above, size.wPx, count));
        above = part.slice(part.length - line);
        for (const bytes of packed.splice(0)) yield chunk('IDAT', bytes);
      }
    }
    await new Promise<void>((resolve, reject) => { deflate.once('end', resolve).once('error', reject).end(); });
    for (const bytes of packed.splice(0)) yield chunk('IDAT', bytes);
    yield chunk('IEND', new Uint8Array(0));
  } finally {
    deflate.destroy();
  }
}
