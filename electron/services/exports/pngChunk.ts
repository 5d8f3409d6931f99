import { crc32 } from './crc32.ts';

/** One chunk: length, type, data, CRC over type and data (PNG specification, third edition, 5.3). */
export function pngChunk(type: string, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  // Memory of its own, so that another thread can be given it.
  const bytes = Buffer.from(new ArrayBuffer(12 + data.length));
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
