import { useEffect, useRef } from 'react';
import type { AssetId } from '../../../shared/base/ids.ts';
import { canvas2dSurface, type Canvas2D } from '../../../shared/paint/canvas2dSurface.ts';
import { PRINT_PAPER, printSurface } from '../../../shared/paint/printSurface.ts';
import { paintPrinted } from '../../../shared/print/paintPrinted.ts';
import { paintedParts, type PrintedSheet } from '../../../shared/print/printedSheet.ts';

/** Pixels of the longer side of a sheet. */
const LONG_PX = 1400;

type Pictures = ReadonlyMap<AssetId, ImageBitmap>;

type SheetPreviewProps = {
  readonly sheet: PrintedSheet;
  /** Fetches a picture that the sheet shows; null when there is none. */
  readonly picture: (asset: AssetId) => Promise<ImageBitmap | null>;
};

/** Fetches all pictures of a sheet. */
async function picturesOf({ parts }: PrintedSheet, picture: SheetPreviewProps['picture']): Promise<Pictures> {
  const assets = new Set(paintedParts(parts).flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'image' ? [op.asset] : []))));
  const found = await Promise.all([...assets].map(async (asset) => [asset, await picture(asset).catch(() => null)] as const));
  return new Map(found.flatMap(([asset, bitmap]) => (bitmap ? [[asset, bitmap]] : [])));
}

function paint(canvas: HTMLCanvasElement, sheet: PrintedSheet, pictures: Pictures): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { w, h } = sheet.sizeMm;
  const scale = LONG_PX / Math.max(w, h);
  canvas.width = Math.round(w * scale);
  canvas.height = Math.round(h * scale);
  context.fillStyle = PRINT_PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  const surface = printSurface(canvas2dSurface(context as Canvas2D, (asset, w, h) => {
    const bitmap = pictures.get(asset);
    if (bitmap) context.drawImage(bitmap, 0, 0, w, h);
  }));
  paintPrinted(sheet.parts, surface);
}

/** A printed sheet, painted by the painter that prints it. */
export function SheetPreview({ sheet, picture }: SheetPreviewProps) {
  const target = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void picturesOf(sheet, picture).then((pictures) => {
      if (!gone && target.current) paint(target.current, sheet, pictures);
      for (const bitmap of pictures.values()) bitmap.close();
    });
    return () => { gone = true; };
  }, [sheet, picture]);
  return <canvas ref={target} aria-hidden="true" style={{ maxWidth: '100%', maxHeight: '100%', display: 'block' }} />;
}
