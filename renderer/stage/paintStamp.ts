import type { Size } from '../../shared/geometry/box.ts';
import { canvas2dSurface } from '../../shared/paint/canvas2dSurface.ts';
import { paintScene } from '../../shared/paint/paintScene.ts';
import { drawingNodes } from '../../shared/scene/keptDrawing.ts';
import type { ReadyStamp } from '../state/keptStamps.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paints a kept stamp as it looks on the board at a scale, under the transform of the context. */
function paintAt(context: Context, { stamp, inks, pictures }: ReadyStamp, scale: number): void {
  paintScene(drawingNodes(stamp.document, inks, scale), canvas2dSurface(context, (asset, w, h) => {
    const picture = pictures.get(asset);
    if (picture) context.drawImage(picture, 0, 0, w, h);
  }));
}

/**
 * Paints a kept stamp in the middle of a box of px, as large as fits.
 * @param pxRatio device pixels per CSS px: lines are those of a stamp that is so many CSS px large
 */
export function paintStamp(context: Context, ready: ReadyStamp, into: Size, pxRatio: number): void {
  const { w, h } = ready.size;
  const scale = Math.min(into.w / w, into.h / h);
  context.save();
  context.translate((into.w - w * scale) / 2, (into.h - h * scale) / 2);
  context.scale(pxRatio, pxRatio);
  paintAt(context, ready, scale / pxRatio);
  context.restore();
}

/** How much of a ghost lets through what lies below it. */
const GHOST_OPACITY = 0.5;
/** Longest side of a ghost, px: more than a screen shows of it. */
const MOST_GHOST_PX = 2048;

/**
 * A pale picture of a kept stamp, to show where it would land. The caller closes it.
 * @param scale its size on the board
 * @param pxPerUnit how large the board is shown
 */
export function ghostOfStamp(ready: ReadyStamp, scale: number, pxPerUnit: number): ImageBitmap {
  const w = ready.size.w * scale, h = ready.size.h * scale;
  const fit = Math.min(pxPerUnit, MOST_GHOST_PX / Math.max(w, h));
  const [whole, pale] = [0, 1].map(() => new OffscreenCanvas(Math.max(1, Math.round(w * fit)), Math.max(1, Math.round(h * fit)))) as [OffscreenCanvas, OffscreenCanvas];
  const [wholeContext, paleContext] = [whole.getContext('2d'), pale.getContext('2d')];
  if (wholeContext && paleContext) {
    wholeContext.scale(fit, fit);
    paintAt(wholeContext, ready, scale);
    paleContext.globalAlpha = GHOST_OPACITY;
    paleContext.drawImage(whole, 0, 0);
  }
  return pale.transferToImageBitmap();
}
