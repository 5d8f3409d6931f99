import type { Box } from '../../shared/geometry/box.ts';

/** The sheet's two shadows on the desk, as the token `--sh-sheet` has them; lengths in screen px, `blurPx` as CSS counts it. */
const SHADOWS = [
  { dyPx: 18, blurPx: 44, color: 'rgba(0, 0, 0, 0.6)' },
  { dyPx: 2, blurPx: 3, color: 'rgba(0, 0, 0, 0.4)' },
] as const;
const CORNER_PX = 3;

/** How far the shadows reach outside the sheet, and how far from a corner an edge looks the same all along, screen px. */
const REACH_PX = 64;
const INNER_PX = 64;

/** The shadows of a small sheet: its four corners, and one device px of each edge between them. */
function shadowSprite(pixelRatio: number): ImageBitmap {
  const edge = Math.round((REACH_PX + INNER_PX) * pixelRatio);
  const canvas = new OffscreenCanvas(2 * edge + 1, 2 * edge + 1);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas in this window');
  const reach = Math.round(REACH_PX * pixelRatio);
  for (const { dyPx, blurPx, color } of SHADOWS) {
    // The form itself lies outside the canvas; only its shadow falls into it.
    context.shadowColor = color;
    context.shadowBlur = blurPx * pixelRatio;
    context.shadowOffsetX = 2 * canvas.width;
    context.shadowOffsetY = dyPx * pixelRatio;
    context.beginPath();
    context.roundRect(reach - 2 * canvas.width, reach, canvas.width - 2 * reach, canvas.height - 2 * reach, CORNER_PX * pixelRatio);
    context.fill();
  }
  return canvas.transferToImageBitmap();
}

/**
 * Paints the shadow around a sheet, which must be painted over it. Blurring anew in every frame of a pan costs more
 * than all of the rest of the frame, so the blurred corners and edges are kept as a picture in nine parts.
 */
export type SheetShadow = {
  readonly paint: (context: CanvasRenderingContext2D, sheetPx: Box, pixelRatio: number) => void;
  readonly close: () => void;
};

/** Makes the painter of the shadow. */
export function createSheetShadow(): SheetShadow {
  let sprite: { readonly ratio: number; readonly bitmap: ImageBitmap } | null = null;
  const paint: SheetShadow['paint'] = (context, { x, y, w, h }, ratio) => {
    if (sprite?.ratio !== ratio) {
      sprite?.bitmap.close();
      sprite = { ratio, bitmap: shadowSprite(ratio) };
    }
    const { bitmap } = sprite;
    const reach = Math.round(REACH_PX * ratio) / ratio;
    /** One axis in three parts: where it starts and how long it is, in the sprite (device px) and in the window (px). */
    const parts = (at: number, length: number): readonly (readonly [number, number, number, number])[] => {
      const inner = Math.min((bitmap.width - 1) / 2 / ratio - reach, length / 2);
      const corner = reach + inner;
      return [
        [0, corner * ratio, at - reach, corner],
        [(bitmap.width - 1) / 2, 1, at + inner, length - 2 * inner],
        [bitmap.width - corner * ratio, corner * ratio, at + length - inner, corner],
      ];
    };
    const rows = parts(y, h);
    parts(x, w).forEach(([sx, sw, dx, dw], col) => {
      rows.forEach(([sy, sh, dy, dh], row) => {
        const hidden = (col === 1 && row === 1) || dw <= 0 || dh <= 0;
        if (!hidden) context.drawImage(bitmap, sx, sy, sw, sh, dx, dy, dw, dh);
      });
    });
  };
  return { paint, close: () => sprite?.bitmap.close() };
}
