/** The sums are kept below this prime. */
export const ADLER_BASE = 65_521;
/** So many bytes are summed up before the sums have to be made small again. */
const AT_ONCE = 3800;

/** The checksum of no bytes. */
export const ADLER_START = 1;

/** Goes on with the Adler-32 checksum of zlib (RFC 1950, 8.2). */
export function adler32(bytes: Uint8Array, start = ADLER_START): number {
  let a = start & 0xffff, b = start >>> 16;
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    const end = Math.min(from + AT_ONCE, bytes.length);
    for (let i = from; i < end; i++) b += a += bytes[i] as number;
    a %= ADLER_BASE;
    b %= ADLER_BASE;
  }
  return ((b << 16) | a) >>> 0;
}

/** The checksum of two stretches one after the other, from theirs and the length of the second. */
export function adlerOfBoth(first: number, second: number, secondLength: number): number {
  const a1 = first & 0xffff, b1 = first >>> 16, a2 = second & 0xffff, b2 = second >>> 16;
  const a = (a1 + a2 + ADLER_BASE - 1) % ADLER_BASE;
  // The second stretch began with 1 instead of the first one's sum.
  const b = (b1 + b2 + (secondLength % ADLER_BASE) * (a1 + ADLER_BASE - 1)) % ADLER_BASE;
  return ((b << 16) | a) >>> 0;
}
