import { useEffect, useRef } from 'react';
import type { PageId } from '../../../shared/base/ids.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { Box, Size } from '../../../shared/geometry/box.ts';
import { transformBox } from '../../../shared/geometry/matrix.ts';
import { cutPoster, glueLines, posterCrops, type HairLine } from '../../../shared/paint/poster.ts';
import { PALETTE } from '../../../shared/board/palette.ts';
import { PRINT_PAPER } from '../../../shared/paint/printSurface.ts';
import { cropMarks, printedPart, sheetFor } from '../../../shared/paint/sheet.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { contextFor } from './exportLeaves.ts';

/** Pixels of the page picture from which the sheets are cut. */
const PICTURE_PX = 1600;
/** Space between the sheets of a poster, mm as they lie on the desk. */
const GAP_MM = 6;

/** Side and colour of a square that stands for nothing: mm, paler than any shadow on a board. */
const CHECK_MM = 4;
const CHECK_COLOUR = '#EFECE6';

/**
 * A sheet as it will leave the printer: where it lies in the preview, which part of the page is on it where, where it is cut
 * and where its neighbour is glued over it. All mm.
 */
type PreviewSheet = { readonly at: Box; readonly page: Box; readonly clip: Box; readonly crops: readonly HairLine[]; readonly glue: readonly HairLine[] };

/** The sheets of a request, laid out as they are shown. */
function previewSheets(size: Size, request: ExportRequest, inked: () => readonly Box[]): { readonly sheets: readonly PreviewSheet[]; readonly all: Size } {
  const pageBox = { x: 0, y: 0, ...size };
  if (request.tile === null) {
    const sheet = sheetFor(size, request.paper, request.orientation, request.margins);
    const at = { x: 0, y: 0, w: sheet.wMm, h: sheet.hMm };
    return { sheets: [{ at, page: transformBox(sheet.toMm, pageBox), clip: printedPart(sheet), crops: sheet.trimMm ? cropMarks(sheet.trimMm) : [], glue: [] }], all: { w: sheet.wMm, h: sheet.hMm } };
  }
  const poster = cutPoster(size, request.paper, request.orientation, request.tile, inked());
  const page = transformBox(poster.toMm, pageBox);
  const { w, h } = poster.sheetMm;
  const sheets = poster.sheets.map((sheet): PreviewSheet => {
    const { row, column, part } = sheet;
    const at = { x: column * (w + GAP_MM), y: row * (h + GAP_MM), w, h };
    const inner = { x: at.x + (w - part.w) / 2, y: at.y + (h - part.h) / 2 };
    const clip = { ...inner, w: part.w, h: part.h };
    return { at, page: { x: inner.x + page.x - part.x, y: inner.y + page.y - part.y, w: page.w, h: page.h }, clip, crops: posterCrops(clip), glue: glueLines(sheet, clip) };
  });
  return { sheets, all: { w: poster.columns * (w + GAP_MM) - GAP_MM, h: poster.rows * (h + GAP_MM) - GAP_MM } };
}

function strokeLines(context: CanvasRenderingContext2D, lines: readonly HairLine[], widthMm: number, dash: readonly number[]): void {
  context.strokeStyle = PALETTE.grijs2;
  context.lineWidth = widthMm;
  context.setLineDash([...dash]);
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

/** The squares by which pictures without a background are known. */
function fillChecks(context: CanvasRenderingContext2D, { x, y, w, h }: Box): void {
  context.fillStyle = CHECK_COLOUR;
  for (let row = 0; row * CHECK_MM < h; row++) {
    for (let column = row % 2; column * CHECK_MM < w; column += 2) {
      const at = { x: x + column * CHECK_MM, y: y + row * CHECK_MM };
      context.fillRect(at.x, at.y, Math.min(CHECK_MM, x + w - at.x), Math.min(CHECK_MM, y + h - at.y));
    }
  }
}

/** The output itself, small: the same painter, paper and cuts as the export. */
export function ExportPreview({ desk, page, request }: { readonly desk: DeskSession; readonly page: PageId; readonly request: ExportRequest }) {
  const target = useRef<HTMLCanvasElement>(null);
  const { board, inks } = useBoard(desk.store);
  useEffect(() => {
    let gone = false;
    const { part } = request;
    const whole = board.pages[page]?.size;
    if (!whole) return undefined;
    const box = part ? part.box : { x: 0, y: 0, ...whole };
    const size: Size = { w: box.w, h: box.h };
    const inked = (): readonly Box[] => pageScene(contextFor({ board, inks }, part), page, { print: true }).map(({ bounds }) => bounds);
    const clear = request.background === 'none' && request.format !== 'pdf';
    const { sheets, all } = previewSheets(size, request, inked);
    void desk.canvas.picture({ page, box, widthPx: PICTURE_PX, heightPx: Math.max(1, Math.round((PICTURE_PX * size.h) / size.w)), only: part?.only ?? null, paper: clear ? 'none' : 'print' }).then((bitmap) => {
      const canvas = target.current;
      const context = canvas?.getContext('2d');
      if (!gone && canvas && context) {
        const scale = PICTURE_PX / Math.max(all.w, all.h);
        canvas.width = Math.round(all.w * scale);
        canvas.height = Math.round(all.h * scale);
        context.scale(scale, scale);
        for (const { at, page: onSheet, clip, crops, glue } of sheets) {
          context.fillStyle = PRINT_PAPER;
          context.fillRect(at.x, at.y, at.w, at.h);
          if (clear) fillChecks(context, at);
          context.save();
          context.beginPath();
          context.rect(clip.x, clip.y, clip.w, clip.h);
          context.clip();
          context.drawImage(bitmap, onSheet.x, onSheet.y, onSheet.w, onSheet.h);
          context.restore();
          // The printed hair lines would vanish at this size: here they are one pixel wide.
          strokeLines(context, crops, 1.2 / scale, []);
          strokeLines(context, glue, 1.2 / scale, [2, 3]);
        }
      }
      bitmap.close();
    });
    return () => { gone = true; };
  }, [desk, board, inks, page, request]);
  return <canvas ref={target} aria-hidden="true" style={{ maxWidth: '100%', maxHeight: '100%', display: 'block' }} />;
}
