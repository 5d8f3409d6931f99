/** A whole number from a text, the same on every machine (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** One of the numbers from −1 to 1 that belong to a seed, by its place (integer hash after Wellons' lowbias32). */
function latticeValue(seed: number, place: number): number {
  let x = (Math.imul(place, 0x9e3779b9) ^ seed) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (((x ^ (x >>> 16)) >>> 0) / 0xffffffff) * 2 - 1;
}

/** Smooth noise along a line, from −1 to 1, with one hill or dip per whole number; the same for the same seed. */
export function smoothNoise(seed: number, position: number): number {
  const place = Math.floor(position);
  const part = position - place;
  const ease = part * part * (3 - 2 * part);
  return latticeValue(seed, place) * (1 - ease) + latticeValue(seed, place + 1) * ease;
}
