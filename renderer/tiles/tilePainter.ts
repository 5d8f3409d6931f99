import type { AssetId } from '../../shared/base/ids.ts';
import { hexOf } from '../../shared/board/palette.ts';
import type { Box, Size } from '../../shared/geometry/box.ts';
import { canvas2dSurface } from '../../shared/paint/canvas2dSurface.ts';
import { printSurface, PRINT_PAPER } from '../../shared/paint/printSurface.ts';
import { paintNode, paintScene } from '../../shared/paint/paintScene.ts';
import type { PaperKind, TilePart } from './messages.ts';
import { repaintPart } from './repaintPart.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { createThinLines, isThinLine, paintWithLines } from './thinLines.ts';
import { giveBackTileCanvas, takeTileCanvas } from './tileCanvases.ts';
import { sightOf, type TileSight } from './tileSight.ts';

/** Draws pasted pictures that have come; the others follow when they have. */
const imagePainter = (context: OffscreenCanvasRenderingContext2D, images: ReadonlyMap<AssetId, ImageBitmap>) => (asset: AssetId, w: number, h: number): void => {
  const image = images.get(asset);
  if (image) context.drawImage(image, 0, 0, w, h);
};

/** Paints nodes into a bitmap that shows `box` of a page. */
export function paintBitmap(
  nodes: readonly SceneNode[], box: Box, widthPx: number, heightPx: number,
  images: ReadonlyMap<AssetId, ImageBitmap>, paper: PaperKind,
): ImageBitmap {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(widthPx)), Math.max(1, Math.round(heightPx)));
  const context = canvas.getContext('2d', { alpha: paper === 'none' });
  if (!context) throw new Error('No 2D canvas in this worker');
  if (paper !== 'none') {
    context.fillStyle = paper === 'print' ? PRINT_PAPER : hexOf('paper');
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  const sx = canvas.width / box.w;
  const sy = canvas.height / box.h;
  context.setTransform(sx, 0, 0, sy, -box.x * sx, -box.y * sy);
  const surface = canvas2dSurface(context, imagePainter(context, images));
  paintScene(nodes, paper === 'print' ? printSurface(surface) : surface);
  return canvas.transferToImageBitmap();
}

/** Paints whole pixels of a tile, as they are in the tile itself. `nodesIn` says what is to be painted in a box of its page. */
export function paintPart(nodesIn: (box: Box) => readonly SceneNode[], { address, px }: TilePart, images: ReadonlyMap<AssetId, ImageBitmap>): Promise<ImageBitmap> {
  const sight = sightOf(address, px), part = openTile(sight, images);
  for (const node of nodesIn(sight.box)) part.paint(node);
  return part.give();
}

/** A tile with a part of it laid over, px from its upper left corner; the old tile is let go of. */
export function patched(tile: ImageBitmap, part: ImageBitmap, x: number, y: number): ImageBitmap {
  const canvas = new OffscreenCanvas(tile.width, tile.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this window');
  context.drawImage(tile, 0, 0);
  context.drawImage(part, x, y);
  tile.close();
  return canvas.transferToImageBitmap();
}

/**
 * Paints part of a page anew into a picture of the whole page.
 * @param nodesIn what is to be painted in a box of the page
 * @param size of the page, board units
 */
export function paintInto(
  context: OffscreenCanvasRenderingContext2D, nodesIn: (box: Box) => readonly SceneNode[], part: Box, size: Size, images: ReadonlyMap<AssetId, ImageBitmap>,
): void {
  const { width, height } = context.canvas;
  const surface = canvas2dSurface(context, imagePainter(context, images));
  const paint = (node: SceneNode): void => paintNode(node, surface);
  repaintPart({
    context, nodesIn, part, sight: { scaleX: width / size.w, scaleY: height / size.h, x: 0, y: 0, size }, airPx: 0,
    paintAll(nodes, px, matrix) {
      const lines = createThinLines({ context, px, matrix, paint });
      paintWithLines(nodes, lines, paint);
      lines.show();
      lines.close();
    },
  });
}

/** A tile that nodes are laid on one after another. */
export type OpenTile = {
  readonly paint: (node: SceneNode) => void;
  /** Paints what has been laid and waits for more like it; throws when that cannot be painted, as `paint` does. */
  readonly flush: () => void;
  /** What has been laid so far. */
  readonly copy: () => Promise<ImageBitmap>;
  /** The finished tile; nothing can be laid on it any longer. */
  readonly give: () => Promise<ImageBitmap>;
  /** Nobody wants it any more. */
  readonly drop: () => void;
};

/** An empty tile of the board's paper, or a part of one: it is painted in the upper left corner of its canvas, wherever in a tile it will lie. */
export function openTile({ box, px }: TileSight, images: ReadonlyMap<AssetId, ImageBitmap>): OpenTile {
  const context = takeTileCanvas();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = hexOf('paper');
  context.fillRect(0, 0, px.w, px.h);
  const sx = px.w / box.w, sy = px.h / box.h;
  context.setTransform(sx, 0, 0, sy, -box.x * sx, -box.y * sy);
  const surface = canvas2dSurface(context, imagePainter(context, images));
  const lines = createThinLines({ context, px: { x: 0, y: 0, w: px.w, h: px.h }, matrix: [sx, 0, 0, sy, -box.x * sx, -box.y * sy], paint: (node) => paintNode(node, surface) });
  /** Until a mark cannot be painted: a clip or a transform may then be left on the canvas. */
  let isSound = true;
  const soundly = <Made>(part: () => Made): Made => {
    try {
      return part();
    } catch (error) {
      isSound = false;
      throw error;
    }
  };
  const flush = (): void => soundly(lines.show);
  const copy = async (): Promise<ImageBitmap> => {
    flush();
    return createImageBitmap(context.canvas, 0, 0, px.w, px.h);
  };
  const drop = (): void => {
    lines.close();
    if (isSound) giveBackTileCanvas(context);
  };
  return {
    paint: (node) => soundly(() => {
      if (isThinLine(node)) return lines.take(node);
      lines.leave();
      paintNode(node, surface);
    }),
    flush,
    copy,
    async give() {
      const bitmap = await copy();
      // One that could not be copied may be lost, and is not used again.
      drop();
      return bitmap;
    },
    drop,
  };
}

/** Paints nodes over a bitmap that shows `box` of a page; the old bitmap is let go of. Only for nodes without pictures. */
export function paintOnto(bitmap: ImageBitmap, nodes: readonly SceneNode[], box: Box): ImageBitmap {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this window');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const sx = canvas.width / box.w, sy = canvas.height / box.h;
  context.setTransform(sx, 0, 0, sy, -box.x * sx, -box.y * sy);
  paintScene(nodes, canvas2dSurface(context, () => undefined));
  return canvas.transferToImageBitmap();
}
