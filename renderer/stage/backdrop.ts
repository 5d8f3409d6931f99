import { hexOf } from '../../shared/board/palette.ts';
import { around, type Box, type Size } from '../../shared/geometry/box.ts';
import { createSheetShadow } from './sheetShadow.ts';

/** What lies below the tiles: the desk with the sheet on it, or nothing but paper. */
export type Backdrop = {
  /** Paints all of the window but the inside of the sheet, which must be painted over it; `sheetPx` screen px. */
  readonly paint: (context: CanvasRenderingContext2D, windowPx: Size, sheetPx: Box, pixelRatio: number) => void;
  readonly close: () => void;
};

/** The room sees paper and nothing else. */
export function paperBackdrop(): Backdrop {
  return {
    paint(context, windowPx, sheetPx) {
      context.fillStyle = hexOf('paper');
      for (const { x, y, w, h } of around(sheetPx, { x: 0, y: 0, ...windowPx })) context.fillRect(x, y, w, h);
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

/** Paints the desk's light where the context's path lies; both in px of the canvas. */
function fillDesk(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, [high, middle, low]: readonly [string, string, string], w: number, h: number): void {
  const light = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  light.addColorStop(0, high);
  light.addColorStop(0.6, middle);
  light.addColorStop(1, low);
  context.fillStyle = light;
  context.setTransform(0.75 * w, 0, 0, 0.8 * h, 0.5 * w, 0.42 * h);
  context.fill();
}

const inPixels = ({ w, h }: Size, ratio: number): Size => ({ w: Math.max(1, Math.round(w * ratio)), h: Math.max(1, Math.round(h * ratio)) });

function deskPicture(windowPx: Size, pixelRatio: number, shades: readonly [string, string, string]): ImageBitmap {
  const { w, h } = inPixels(windowPx, pixelRatio);
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this window');
  context.beginPath();
  context.rect(0, 0, w, h);
  fillDesk(context, shades, w, h);
  return canvas.transferToImageBitmap();
}

/** The desk is kept as a picture once a window has had its size for so long, ms: until then a board is being opened, or the window resized. */
const KEPT_AFTER_MS = 600;

/**
 * The dark desk and the sheet's shadow on it. The stage paints the desk itself, though the page has the same one as its
 * background: an opaque canvas spares the compositor from blending the whole window in every frame. Copying a picture
 * of the desk is what a frame of a pan can afford; making it is not what a board should wait for that is being opened.
 */
export function deskBackdrop(): Backdrop {
  const shadow = createSheetShadow();
  const shades = deskShades();
  let picture: ImageBitmap | null = null;
  let name = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    picture?.close();
    picture = null;
  };
  return {
    paint(context, windowPx, sheetPx, pixelRatio) {
      if (name !== `${windowPx.w} ${windowPx.h} ${pixelRatio}`) {
        name = `${windowPx.w} ${windowPx.h} ${pixelRatio}`;
        forget();
        timer = setTimeout(() => { picture = deskPicture(windowPx, pixelRatio, shades); }, KEPT_AFTER_MS);
      }
      const parts = around(sheetPx, { x: 0, y: 0, ...windowPx });
      if (picture) {
        // A part of a picture is drawn through a filter, which takes three times as long as copying what a clip lets through.
        for (const { x, y, w, h } of parts) {
          context.save();
          context.beginPath();
          context.rect(x, y, w, h);
          context.clip();
          context.drawImage(picture, 0, 0, picture.width / pixelRatio, picture.height / pixelRatio);
          context.restore();
        }
      } else {
        const { w, h } = inPixels(windowPx, pixelRatio);
        context.save();
        context.beginPath();
        for (const part of parts) context.rect(part.x, part.y, part.w, part.h);
        fillDesk(context, shades, w, h);
        context.restore();
      }
      shadow.paint(context, sheetPx, pixelRatio);
    },
    close() {
      shadow.close();
      forget();
    },
  };
}
