import type { PNG } from 'pngjs';

/** The share of pixels that differ by more than what two rasterisers make of an edge, after both are made coarser. */
export function difference(a: PNG, b: PNG): number {
  const cell = 6;
  const [w, h] = [Math.floor(Math.min(a.width, b.width) / cell), Math.floor(Math.min(a.height, b.height) / cell)];
  const mean = (picture: PNG, cx: number, cy: number): number => {
    let sum = 0;
    for (let y = cy * cell; y < (cy + 1) * cell; y++) for (let x = cx * cell; x < (cx + 1) * cell; x++) {
      const i = (y * picture.width + x) * 4;
      sum += (picture.data[i] as number) + (picture.data[i + 1] as number) + (picture.data[i + 2] as number);
    }
    return sum / (cell * cell * 3);
  };
  let off = 0, inked = 0;
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) {
    const [left, right] = [mean(a, x, y), mean(b, x, y)];
    if (left < 250 || right < 250) inked++;
    if (Math.abs(left - right) > 90) off++;
  }
  return off / inked;
}
