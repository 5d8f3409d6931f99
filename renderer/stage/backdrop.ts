import { hexOf } from '../../shared/board/palette.ts';
import type { Box, Size } from '../../shared/geometry/box.ts';
import { createSheetShadow } from './sheetShadow.ts';

/** What lies below the tiles: the desk with the sheet on it, or nothing but paper. */
export type Backdrop = {
  /** Paints all of the window but the inside of the sheet; `sheetPx` screen px. */
  readonly paint: (context: CanvasRenderingContext2D, windowPx: Size, sheetPx: Box, pixelRatio: number) => void;
  readonly close: () => void;
};

/** The room sees paper and nothing else. */
export function paperBackdrop(): Backdrop {
  return {
    paint(context, { w, h }) {
      context.fillStyle = hexOf('paper');
      context.fillRect(0, 0, w, h);
    },
    close: () => undefined,
  };
}

/** The desk's three shades, lightest in the middle, as the page's own background has them. */
function deskShades(): readonly [string, string, string] {
  const tokens = getComputedStyle(document.documentElement);
  const shade = (name: string): string => tokens.getPropertyValue(name).trim() || '#141312';
  return [shade('--desk-high'), shade('--desk'), shade('--desk-low')];
}

function deskPicture(windowPx: Size, pixelRatio: number): ImageBitmap {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(windowPx.w * pixelRatio)), Math.max(1, Math.round(windowPx.h * pixelRatio)));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this window');
  const { width: w, height: h } = canvas;
  const [high, middle, low] = deskShades();
  const light = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  light.addColorStop(0, high);
  light.addColorStop(0.6, middle);
  light.addColorStop(1, low);
  context.fillStyle = light;
  context.setTransform(0.75 * w, 0, 0, 0.8 * h, 0.5 * w, 0.42 * h);
  context.fillRect(-1, -1, 2, 2);
  return canvas.transferToImageBitmap();
}

/**
 * The dark desk and the sheet's shadow on it. The stage paints the desk itself, though the page has the same one as its
 * background: an opaque canvas spares the compositor from blending the whole window in every frame.
 */
export function deskBackdrop(): Backdrop {
  const shadow = createSheetShadow();
  let desk: { readonly bitmap: ImageBitmap; readonly windowPx: Size; readonly ratio: number } | null = null;
  return {
    paint(context, windowPx, sheetPx, pixelRatio) {
      if (!desk || desk.windowPx.w !== windowPx.w || desk.windowPx.h !== windowPx.h || desk.ratio !== pixelRatio) {
        desk?.bitmap.close();
        desk = { bitmap: deskPicture(windowPx, pixelRatio), windowPx, ratio: pixelRatio };
      }
      const { bitmap } = desk;
      for (const { x, y, w, h } of around(sheetPx, windowPx)) {
        context.drawImage(bitmap, x * pixelRatio, y * pixelRatio, w * pixelRatio, h * pixelRatio, x, y, w, h);
      }
      shadow.paint(context, sheetPx, pixelRatio);
      context.fillStyle = hexOf('paper');
      context.fillRect(sheetPx.x, sheetPx.y, sheetPx.w, sheetPx.h);
    },
    close() {
      shadow.close();
      desk?.bitmap.close();
      desk = null;
    },
  };
}

/** The parts of a window that a box leaves free: above, below, left and right of it. */
function around(box: Box, { w, h }: Size): readonly Box[] {
  const left = Math.min(w, Math.max(0, box.x)), right = Math.min(w, Math.max(0, box.x + box.w));
  const top = Math.min(h, Math.max(0, box.y)), bottom = Math.min(h, Math.max(0, box.y + box.h));
  const parts = [
    { x: 0, y: 0, w, h: top }, { x: 0, y: bottom, w, h: h - bottom },
    { x: 0, y: top, w: left, h: bottom - top }, { x: right, y: top, w: w - right, h: bottom - top },
  ];
  return parts.filter((part) => part.w > 0 && part.h > 0);
}
