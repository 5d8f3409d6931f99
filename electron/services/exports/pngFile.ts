import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { overlaps, type Box } from '../../../shared/geometry/box.ts';
import { transformBox } from '../../../shared/geometry/matrix.ts';
import { canvas2dSurface } from '../../../shared/paint/canvas2dSurface.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { PRINT_PAPER, printSurface } from '../../../shared/paint/printSurface.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { registerFonts } from './canvasFonts.ts';
import { withKnownPictures } from './knownPictures.ts';
import { lateCanvas } from './latePackages.ts';
import type { Pictures } from './pictures.ts';
import { pngPieces } from './pngStream.ts';
import { pageBoxPx, stackPages, type Stack, type StackedPage } from './stackedPages.ts';

/** Height of the stripes in which a picture is painted: memory stays the same for every length of paper. */
const STRIPE_PX = 512;
/** Skia paints no surface that is wider; and no viewer opens a picture of more pixels. */
const WIDEST_PX = 32_767;
const MOST_PX = 1_500_000_000;

type Scene = { readonly stacked: StackedPage; readonly nodes: readonly SceneNode[]; readonly boxes: readonly Box[] };

function scenesOf(stack: Stack, job: ExportJob): readonly Scene[] {
  return stack.pages.map((stacked) => {
    const nodes = pageScene(job.context, stacked.page.id, { print: true }).map((node) => withKnownPictures(node, job.pictures));
    return { stacked, nodes, boxes: nodes.map(({ bounds }) => transformBox(stacked.toPx, bounds)) };
  });
}

function surfaceOn(context: SKRSContext2D, pictures: Pictures): Surface {
  return printSurface(canvas2dSurface(context, (asset, w, h) => {
    const picture = pictures.get(asset);
    if (picture) context.drawImage(picture.image, 0, 0, w, h);
  }));
}

/** Paints what of the scenes lies between two heights of the picture onto a canvas of that height. */
function paintStripe(canvas: Canvas, top: number, scenes: readonly Scene[], job: ExportJob): void {
  const context = canvas.getContext('2d');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = PRINT_PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const stripe: Box = { x: 0, y: top, w: canvas.width, h: canvas.height };
  const surface = surfaceOn(context, job.pictures);
  for (const { stacked, nodes, boxes } of scenes) {
    if (!overlaps(stacked.box, stripe)) continue;
    context.setTransform(1, 0, 0, 1, 0, -top);
    surface.push([1, 0, 0, 1, 0, 0]);
    surface.clip(pageBoxPx(stacked));
    surface.push(stacked.toPx);
    nodes.forEach((node, i) => {
      goOn(job);
      if (overlaps(boxes[i] as Box, stripe)) paintNode(node, surface);
    });
    surface.pop();
    surface.pop();
  }
}

async function* stripes(stack: Stack, job: ExportJob): AsyncGenerator<Uint8Array, void, undefined> {
  const scenes = scenesOf(stack, job);
  const { createCanvas } = lateCanvas();
  let canvas = createCanvas(stack.wPx, Math.min(STRIPE_PX, stack.hPx));
  for (let top = 0; top < stack.hPx; top += STRIPE_PX) {
    const height = Math.min(STRIPE_PX, stack.hPx - top);
    if (height !== canvas.height) canvas = createCanvas(stack.wPx, height);
    paintStripe(canvas, top, scenes, job);
    yield canvas.data();
    job.onShare((0.98 * (top + height)) / stack.hPx);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}

/**
 * Pages as one PNG at print resolution, painted in stripes so that an A0 fits in the memory of an old laptop.
 * @throws TroubleError file.tooLarge when no viewer could open it
 */
export async function* pngFilePieces(job: ExportJob): ExportPieces {
  registerFonts(job.fonts);
  const { dpi } = job.request;
  const stack = stackPages(job.pages, job.request, dpi / 25.4);
  if (stack.wPx > WIDEST_PX || stack.wPx * stack.hPx > MOST_PX) throw new TroubleError('file.tooLarge', `${stack.wPx} × ${stack.hPx} px`);
  yield* pngPieces({ wPx: stack.wPx, hPx: stack.hPx, dpi }, stripes(stack, job));
}
