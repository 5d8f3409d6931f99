/** What can be drawn smaller. */
type Picture = OffscreenCanvas | ImageBitmap;

function drawn(picture: Picture, w: number, h: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(w, h);
  canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0, w, h);
  return canvas;
}

/**
 * A picture drawn smaller, px. By halves: every pixel then has its share, while one step of more than two leaves out the
 * pixels between, and thin lines come apart.
 */
export function shrunk(picture: Picture, widthPx: number, heightPx: number): ImageBitmap {
  const w = Math.max(1, Math.round(widthPx)), h = Math.max(1, Math.round(heightPx));
  let now = picture;
  while (now.width > 2 * w && now.height > 2 * h) now = drawn(now, Math.ceil(now.width / 2), Math.ceil(now.height / 2));
  return drawn(now, w, h).transferToImageBitmap();
}
