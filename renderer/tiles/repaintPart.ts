import { hexOf } from '../../shared/board/palette.ts';
import { boxAround, type Box, type Size } from '../../shared/geometry/box.ts';
import type { Matrix } from '../../shared/geometry/matrix.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';

/** What a part of a picture is painted on. */
export type PartContext = Pick<OffscreenCanvasRenderingContext2D, 'save' | 'restore' | 'beginPath' | 'rect' | 'clip' | 'fillStyle' | 'fillRect' | 'transform'> & { readonly canvas: { readonly width: number; readonly height: number } };

/** How a page lies on a canvas: px per board unit across and down, the px of its corner, and its size in board units. */
export type PageSight = { readonly scaleX: number; readonly scaleY: number; readonly x: number; readonly y: number; readonly size: Size };

/** Paints in board units, on the page alone. */
export function onPage(context: PartContext, { scaleX, scaleY, x, y, size }: PageSight, paint: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, Math.round(size.w * scaleX), Math.round(size.h * scaleY));
  context.clip();
  context.transform(scaleX, 0, 0, scaleY, x, y);
  paint();
  context.restore();
}

export type Repainting = {
  readonly context: PartContext;
  /** What is to be painted in a box of the page. */
  readonly nodesIn: (box: Box) => readonly SceneNode[];
  /** Of the page, board units. */
  readonly part: Box;
  readonly sight: PageSight;
  /** So many pixels more on each side. */
  readonly airPx: number;
  /** Paints nodes on the context where there is nothing but paper yet; board units lie on the part's own pixels, `px`, by `matrix`. */
  readonly paintAll: (nodes: readonly SceneNode[], px: Box, matrix: Matrix) => void;
};

/** Paints part of a page anew into a picture of the whole page; whole pixels, so that the edge of the part does not show. */
export function repaintPart({ context, nodesIn, part, sight, airPx, paintAll }: Repainting): void {
  const { width, height } = context.canvas;
  const { scaleX, scaleY, x, y } = sight;
  const left = Math.max(0, Math.floor(part.x * scaleX + x) - airPx), top = Math.max(0, Math.floor(part.y * scaleY + y) - airPx);
  const right = Math.min(width, Math.ceil((part.x + part.w) * scaleX + x) + airPx), bottom = Math.min(height, Math.ceil((part.y + part.h) * scaleY + y) + airPx);
  if (right <= left || bottom <= top) return;
  const within = boxAround([{ x: (left - x) / scaleX, y: (top - y) / scaleY }, { x: (right - x) / scaleX, y: (bottom - y) / scaleY }]);
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.fillStyle = hexOf('paper');
  context.fillRect(left, top, right - left, bottom - top);
  onPage(context, sight, () => paintAll(nodesIn(within), { x: left, y: top, w: right - left, h: bottom - top }, [scaleX, 0, 0, scaleY, x - left, y - top]));
  context.restore();
}
