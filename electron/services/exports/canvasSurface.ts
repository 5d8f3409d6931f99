import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { canvas2dSurface } from '../../../shared/paint/canvas2dSurface.ts';
import { PRINT_PAPER, printSurface } from '../../../shared/paint/printSurface.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import { lateCanvas } from './latePackages.ts';
import type { Pictures } from './pictures.ts';

/** The surface of a print on a context of Node's canvas, whose faces are registered. */
export function surfaceOn(context: SKRSContext2D, pictures: Pictures): Surface {
  return printSurface(canvas2dSurface(context, (asset, w, h) => {
    const picture = pictures.get(asset);
    if (picture) context.drawImage(picture.image, 0, 0, w, h);
  }));
}

/** A canvas of white paper and a surface on it. */
export function canvasToPaintOn(wPx: number, hPx: number, pictures: Pictures): { readonly canvas: Canvas; readonly surface: Surface } {
  const canvas = lateCanvas().createCanvas(wPx, hPx);
  const context = canvas.getContext('2d');
  context.fillStyle = PRINT_PAPER;
  context.fillRect(0, 0, wPx, hPx);
  return { canvas, surface: surfaceOn(context, pictures) };
}
