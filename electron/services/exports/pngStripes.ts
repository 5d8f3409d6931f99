import type { Canvas } from '@napi-rs/canvas';
import { overlaps, type Box } from '../../../shared/geometry/box.ts';
import { transformBox } from '../../../shared/geometry/matrix.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { PRINT_PAPER } from '../../../shared/paint/printSurface.ts';
import { markNode, nodeBounds } from '../../../shared/scene/markNode.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { registerFonts } from './canvasFonts.ts';
import { surfaceOn } from './canvasSurface.ts';
import { goOn, type ExportJob } from './exportJob.ts';
import { withKnownPictures } from './knownPictures.ts';
import { lateCanvas } from './latePackages.ts';
import { printedMarks } from './printedMarks.ts';
import { rowPacker, type PackedRows } from './pngRows.ts';
import { pageBoxPx, type Stack, type StackedPage } from './stackedPages.ts';

/** Pixels of a stripe: enough that few marks lie in two, and only 6 MB, of which a few copies wait to be swept up. */
const STRIPE_PIXELS = 1_500_000;

/** Rows in a stripe; it follows from the picture alone, so that whoever paints it gives the same bytes. */
export const stripeRows = ({ wPx }: Stack): number => Math.min(1024, Math.max(32, Math.round(STRIPE_PIXELS / wPx)));

/** In how many stripes a picture is painted. */
export const stripeCount = (stack: Stack): number => Math.ceil(stack.hPx / stripeRows(stack));

/** What painting a picture takes of its export. */
export type PaintJob = Pick<ExportJob, 'context' | 'pictures' | 'fonts' | 'cancelled'> & { readonly request: Pick<ExportJob['request'], 'background'> };

/** A mark, where it lies in the picture, and its node as soon as somebody painted it. */
type Placed = { readonly mark: Mark; readonly box: Box; node: SceneNode | undefined };
type PlacedPage = { readonly stacked: StackedPage; readonly marks: readonly Placed[] };

function placedPages(stack: Stack, { context }: Pick<PaintJob, 'context'>): readonly PlacedPage[] {
  return stack.pages.map((stacked) => ({
    stacked,
    marks: printedMarks(context.board, stacked.page.id).map((mark) => ({ mark, box: transformBox(stacked.toPx, nodeBounds(mark, context)), node: undefined })),
  }));
}

/** Paints what lies between two heights of the picture onto a canvas of that height; tells whether photographs do. */
function paintStripe(canvas: Canvas, top: number, pages: readonly PlacedPage[], job: PaintJob): boolean {
  const context = canvas.getContext('2d');
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (job.request.background === 'none') context.clearRect(0, 0, canvas.width, canvas.height);
  else {
    context.fillStyle = PRINT_PAPER;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  const stripe: Box = { x: 0, y: top, w: canvas.width, h: canvas.height };
  const surface = surfaceOn(context, job.pictures);
  let hasPhoto = false;
  for (const { stacked, marks } of pages) {
    if (!overlaps(stacked.box, stripe)) continue;
    context.setTransform(1, 0, 0, 1, 0, -top);
    surface.push([1, 0, 0, 1, 0, 0]);
    surface.clip(pageBoxPx(stacked));
    surface.push(stacked.toPx);
    for (const placed of marks) {
      if (!overlaps(placed.box, stripe)) continue;
      goOn(job);
      placed.node ??= withKnownPictures(markNode(placed.mark, job.context), job.pictures);
      paintNode(placed.node, surface);
      hasPhoto ||= placed.mark.kind === 'image';
    }
    surface.pop();
    surface.pop();
  }
  return hasPhoto;
}

/** A painter of the stripes of a picture, in any order: each by its number from the top, ready to be put into the file. */
export function stripePainter(stack: Stack, job: PaintJob): (index: number) => PackedRows {
  registerFonts(job.fonts);
  const { createCanvas } = lateCanvas();
  const pages = placedPages(stack, job);
  const pack = rowPacker(stack.wPx, job.request.background === 'none');
  const rows = stripeRows(stack);
  let canvas: Canvas | undefined;
  return (index) => {
    const top = index * rows;
    const height = Math.min(rows, stack.hPx - top);
    if (canvas?.height !== height) canvas = createCanvas(stack.wPx, height);
    const hasPhoto = paintStripe(canvas, top, pages, job);
    goOn(job);
    return pack(canvas.data(), hasPhoto);
  };
}
