import * as zlib from 'node:zlib';

const TABLE = new Uint32Array(256).map((_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** Node's own came with Node 20.15 and 22; it is many times faster. */
const ofNode = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32;

/** The CRC-32 of zip and PNG (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  return ofNode ? ofNode(bytes) : ownCrc32(bytes);
}

/** The same for older ones. */
export function ownCrc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = (TABLE[(c ^ (bytes[i] as number)) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
