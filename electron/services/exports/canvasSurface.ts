import type { Canvas, Path2D, SKRSContext2D } from '@napi-rs/canvas';
import { walkPath, type Path } from '../../../shared/geometry/path.ts';
import { canvas2dSurface } from '../../../shared/paint/canvas2dSurface.ts';
import { PRINT_PAPER, printSurface } from '../../../shared/paint/printSurface.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import { lateCanvas } from './latePackages.ts';
import type { Pictures } from './pictures.ts';

const canvasPaths = new WeakMap<Path, Path2D>();

/** A path as Node's canvas holds it, kept as long as the path lives: handing over each of its curves costs more than painting some. */
export function canvasPath(path: Path): Path2D {
  let kept = canvasPaths.get(path);
  if (!kept) {
    kept = new (lateCanvas().Path2D)();
    walkPath(path, kept);
    canvasPaths.set(path, kept);
  }
  return kept;
}

/** The surface of a print on a context of Node's canvas, whose faces are registered. */
export function surfaceOn(context: SKRSContext2D, pictures: Pictures): Surface {
  const surface = canvas2dSurface(context, (asset, w, h) => {
    const picture = pictures.get(asset);
    if (picture) context.drawImage(picture.image, 0, 0, w, h);
  });
  return printSurface({
    ...surface,
    fill(path, color, opacity) {
      context.fillStyle = color;
      context.globalAlpha = opacity;
      context.fill(canvasPath(path));
      context.globalAlpha = 1;
    },
  });
}

/** A canvas of white paper and a surface on it. */
export function canvasToPaintOn(wPx: number, hPx: number, pictures: Pictures): { readonly canvas: Canvas; readonly surface: Surface } {
  const canvas = lateCanvas().createCanvas(wPx, hPx);
  const context = canvas.getContext('2d');
  context.fillStyle = PRINT_PAPER;
  context.fillRect(0, 0, wPx, hPx);
  return { canvas, surface: surfaceOn(context, pictures) };
}
