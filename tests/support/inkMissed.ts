import type { PNG } from 'pngjs';

const isInk = ({ data, width, height }: PNG, x: number, y: number): boolean => {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  const i = (y * width + x) * 4;
  return (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number) < 384;
};

function missedBy(a: PNG, b: PNG, reach: number): { readonly inked: number; readonly missed: number } {
  let inked = 0, missed = 0;
  for (let y = 0; y < a.height; y++) for (let x = 0; x < a.width; x++) {
    if (!isInk(a, x, y)) continue;
    inked++;
    let near = false;
    for (let dy = -reach; dy <= reach && !near; dy++) for (let dx = -reach; dx <= reach && !near; dx++) near = isInk(b, x + dx, y + dy);
    if (!near) missed++;
  }
  return { inked, missed };
}

/**
 * The share of the dark pixels of either picture that have no dark pixel of the other near them. One letter that is missing,
 * stands elsewhere or has another form counts in full; what two rasterisers make of an edge does not count.
 * @param reach how far apart two pixels are still near, px
 */
export function inkMissed(a: PNG, b: PNG, reach: number): number {
  const [there, back] = [missedBy(a, b, reach), missedBy(b, a, reach)];
  return Math.max(there.missed / Math.max(1, there.inked), back.missed / Math.max(1, back.inked));
}
