import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { adler32, adlerOfBoth } from '../../../../electron/services/exports/adler32.ts';
import { rowPacker, type PackedRows } from '../../../../electron/services/exports/pngRows.ts';
import { pngPieces } from '../../../../electron/services/exports/pngStream.ts';

async function pngOf(wPx: number, hPx: number, stripes: readonly Uint8Array[], dpi = 300, isPhoto = false): Promise<Buffer> {
  const pack = rowPacker(wPx);
  async function* source(): AsyncGenerator<PackedRows> { for (const stripe of stripes) yield pack(stripe, isPhoto); }
  const pieces: Uint8Array[] = [];
  for await (const piece of pngPieces({ wPx, hPx, dpi }, source())) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a PNG written in stripes', () => {
  test('another reader finds every pixel again, however the rows are cut into stripes', async () => {
    const picture = fc.integer({ min: 1, max: 17 }).chain((w) => fc.record({
      w: fc.constant(w),
      rows: fc.array(fc.array(fc.oneof(fc.constant(255), fc.nat(255)), { minLength: w * 3, maxLength: w * 3 }), { minLength: 1, maxLength: 12 }),
      stripe: fc.integer({ min: 1, max: 5 }),
      isPhoto: fc.boolean(),
    }));
    await fc.assert(fc.asyncProperty(picture, async ({ w, rows, stripe, isPhoto }) => {
      const rgba = rows.map((row) => Uint8Array.from({ length: w * 4 }, (_, i) => (i % 4 === 3 ? 255 : (row[Math.floor(i / 4) * 3 + (i % 4)] as number))));
      const stripes: Uint8Array[] = [];
      for (let i = 0; i < rgba.length; i += stripe) stripes.push(Buffer.concat(rgba.slice(i, i + stripe)));
      const decoded = PNG.sync.read(await pngOf(w, rows.length, stripes, 300, isPhoto));
      expect([decoded.width, decoded.height]).toEqual([w, rows.length]);
      expect(Buffer.compare(decoded.data, Buffer.concat(rgba))).toBe(0);
    }), { numRuns: 60 });
  });

  test('it says its resolution, so that it prints at its size', async () => {
    const bytes = await pngOf(1, 1, [Uint8Array.of(1, 2, 3, 255)], 300);
    const at = bytes.indexOf('pHYs');
    expect([bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8), bytes[at + 12]]).toEqual([11811, 11811, 1]);
  });

  test('a failure while painting comes out, and nothing hangs', async () => {
    async function* failing(): AsyncGenerator<PackedRows> {
      yield rowPacker(1)(Uint8Array.of(1, 2, 3, 255), false);
      throw new Error('paint');
    }
    const read = async (): Promise<void> => { for await (const piece of pngPieces({ wPx: 1, hPx: 2, dpi: 72 }, failing())) expect(piece.length).toBeGreaterThan(0); };
    await expect(read()).rejects.toThrow('paint');
  });
});

test('the checksum of two stretches is that of both together', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 9000 }), fc.uint8Array({ maxLength: 9000 }), (first, second) => {
    const packed = deflateSync(Buffer.concat([first, second]));
    expect(adlerOfBoth(adler32(first), adler32(second), second.length)).toBe(packed.readUInt32BE(packed.length - 4));
  }));
});
