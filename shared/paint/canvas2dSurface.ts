import type { AssetId } from '../base/ids.ts';
import { walkPath, type Path, type PathWalker } from '../geometry/path.ts';
import { canvasFont, MEASURE_PX } from './faces.ts';
import { placeGlyphRuns, type AdvanceEm } from './glyphRuns.ts';
import type { Surface } from './surface.ts';

/** What a 2D context must have: contexts of a page, of a worker (OffscreenCanvas) and of Node's canvas all fit. */
export type Canvas2D = PathWalker & {
  save(): void;
  restore(): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  rect(x: number, y: number, w: number, h: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  setLineDash(segments: number[]): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'round' | 'miter';
  globalAlpha: number;
  font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom';
  direction: 'ltr' | 'rtl' | 'inherit';
};

/** Measures with a context whose fonts are loaded. */
export function canvasAdvanceEm(context: Pick<Canvas2D, 'font' | 'measureText'>): AdvanceEm {
  return (text, face) => {
    context.font = canvasFont(face, MEASURE_PX);
    return context.measureText(text).width / MEASURE_PX;
  };
}

/**
 * A surface on a 2D context. The caller has set the context's transform to board units.
 * @param paintImage draws the picture of an asset into the box (0, 0, w, h) under the current transform
 */
export function canvas2dSurface(context: Canvas2D, paintImage: (asset: AssetId, w: number, h: number) => void): Surface {
  const advanceEm = canvasAdvanceEm(context);
  const trace = (path: Path): void => {
    context.beginPath();
    walkPath(path, context);
  };
  return {
    push(matrix) {
      context.save();
      context.transform(...matrix);
    },
    pop() { context.restore(); },
    clip({ x, y, w, h }) {
      context.beginPath();
      context.rect(x, y, w, h);
      context.clip();
    },
    fill(path, color, opacity) {
      trace(path);
      context.fillStyle = color;
      context.globalAlpha = opacity;
      context.fill();
      context.globalAlpha = 1;
    },
    stroke(path, color, widthUnits, dashUnits) {
      trace(path);
      context.strokeStyle = color;
      context.lineWidth = widthUnits;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.setLineDash([...dashUnits]);
      context.stroke();
    },
    letter(line, hand, sizeUnits, x, baseline, color) {
      context.fillStyle = color;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      for (const run of line.runs) {
        for (const piece of placeGlyphRuns(run.text, run.rtl, hand, advanceEm)) {
          context.direction = run.rtl ? 'rtl' : 'ltr';
          context.font = canvasFont(piece.face, sizeUnits);
          context.fillText(piece.text, x + (run.xEm + piece.xEm) * sizeUnits, baseline);
        }
      }
    },
    image(asset, w, h, opacity) {
      context.globalAlpha = opacity;
      try {
        paintImage(asset, w, h);
      } finally {
        context.globalAlpha = 1;
      }
    },
    begin() { /* A picture has no tags. */ },
    end() { /* A picture has no tags. */ },
  };
}
