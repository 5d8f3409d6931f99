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

/** Draws a bitmap's nine parts around a sheet: the corners as they are, the edges as long as they have to be. */
function paintParts(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, bitmap: ImageBitmap, { x, y, w, h }: Box, ratio: number): void {
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
}

/** One side of a sheet's shadow as it is, and where it lies beside the sheet's upper left corner, device px. */
type Side = { readonly bitmap: ImageBitmap; readonly x: number; readonly y: number };

/** The four sides of the shadow of a sheet of a size (device px), without what the sheet covers. */
function shadowSides(sprite: ImageBitmap, w: number, h: number, ratio: number): readonly Side[] {
  const reach = Math.round(REACH_PX * ratio);
  const side = (x: number, y: number, width: number, height: number): Side => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No 2D canvas in this window');
    context.scale(ratio, ratio);
    paintParts(context, sprite, { x: -x / ratio, y: -y / ratio, w: w / ratio, h: h / ratio }, ratio);
    return { bitmap: canvas.transferToImageBitmap(), x, y };
  };
  return [
    side(-reach, -reach, w + 2 * reach, reach), side(-reach, h, w + 2 * reach, reach),
    side(-reach, 0, reach, h), side(w, 0, reach, h),
  ];
}

/**
 * Paints the shadow around a sheet, which must be painted over it. Blurring anew in every frame of a pan costs more
 * than all of the rest of the frame, so the blurred corners and edges are kept as a picture in nine parts; and while the
 * sheet keeps its size, stretching those costs a third of the rest, so the four sides are kept as they are.
 */
export type SheetShadow = {
  readonly paint: (context: CanvasRenderingContext2D, sheetPx: Box, pixelRatio: number) => void;
  readonly close: () => void;
};

/** A sheet larger than this, device px, has sides that are not worth their memory. */
const MOST_SIDE_PX = 4096;
/** The sides are made once a sheet has had its size for so long, ms: in the middle of a zoom the next frame has another one again. */
export const SIDES_AFTER_MS = 600;

/** The blurred corners for a window of a pixel ratio; a quarter of a megabyte, the same for every board. */
let sprite: { readonly ratio: number; readonly bitmap: ImageBitmap } | null = null;

function spriteFor(ratio: number): ImageBitmap {
  if (sprite?.ratio !== ratio) {
    sprite?.bitmap.close();
    sprite = { ratio, bitmap: shadowSprite(ratio) };
  }
  return sprite.bitmap;
}

/** Makes the painter of the shadow. */
export function createSheetShadow(): SheetShadow {
  let size = '';
  let sides: readonly Side[] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    for (const { bitmap } of sides ?? []) bitmap.close();
    sides = null;
  };
  const paint: SheetShadow['paint'] = (context, sheetPx, ratio) => {
    const corners = spriteFor(ratio);
    const w = Math.round(sheetPx.w * ratio), h = Math.round(sheetPx.h * ratio);
    const name = `${w} ${h} ${ratio}`;
    if (name !== size) {
      size = name;
      forget();
      if (Math.max(w, h) <= MOST_SIDE_PX) timer = setTimeout(() => { sides = shadowSides(spriteFor(ratio), w, h, ratio); }, SIDES_AFTER_MS);
    }
    if (!sides) return paintParts(context, corners, sheetPx, ratio);
    for (const { bitmap, x, y } of sides) context.drawImage(bitmap, sheetPx.x + x / ratio, sheetPx.y + y / ratio, bitmap.width / ratio, bitmap.height / ratio);
  };
  return { paint, close: forget };
}
