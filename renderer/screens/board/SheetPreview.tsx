import { useEffect, useRef } from 'react';
import { canvas2dSurface, type Canvas2D } from '../../../shared/paint/canvas2dSurface.ts';
import { paintOps } from '../../../shared/paint/paintScene.ts';
import { PRINT_PAPER, printSurface } from '../../../shared/paint/printSurface.ts';
import { paintedParts, type PrintedSheet } from '../../../shared/print/printedSheet.ts';

/** Pixels of the longer side of a sheet. */
const LONG_PX = 1400;

/** A printed sheet, painted by the painter that prints it. */
export function SheetPreview({ sheet }: { readonly sheet: PrintedSheet }) {
  const target = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = target.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const { w, h } = sheet.sizeMm;
    const scale = LONG_PX / Math.max(w, h);
    canvas.width = Math.round(w * scale);
    canvas.height = Math.round(h * scale);
    context.fillStyle = PRINT_PAPER;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    const surface = printSurface(canvas2dSurface(context as Canvas2D, () => undefined));
    for (const { ops, matrix } of paintedParts(sheet.parts)) paintOps(ops, surface, matrix);
  }, [sheet]);
  return <canvas ref={target} aria-hidden="true" style={{ maxWidth: '100%', maxHeight: '100%', display: 'block' }} />;
}
