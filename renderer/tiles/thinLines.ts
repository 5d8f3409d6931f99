import { hexOf } from '../../shared/board/palette.ts';
import { compose, type Matrix } from '../../shared/geometry/matrix.ts';
import { laidLine } from '../../shared/ink/middleLine.ts';
import { fillPixels, layLine, linePixels, type LinePixels } from '../../shared/paint/linePixels.ts';
import type { SceneNode, ThinLine } from '../../shared/scene/sceneNode.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { TILE_PX } from './messages.ts';

/**
 * From so many lines in a row on, laying them as pixels is worth the way of the pixels to the canvas, and, when something is
 * on it already, of the canvas's own there and back: with a GPU that takes as long as painting a few hundred.
 */
const ENOUGH = 48, ENOUGH_OVER = 192;
/** A matrix that stretches or skews by less than this share does neither. */
const NEARLY = 1e-3;

/** Room for the pixels of a whole tile, which nobody uses, a megabyte each; the pixels of a part of one need less of it. */
const spare: Uint8ClampedArray<ArrayBuffer>[] = [];
const MOST_SPARE = 1, ROOM = 4 * TILE_PX * TILE_PX;

/** Whether a line stays as wide everywhere under a matrix. */
function keepsWidth([a, b, c, d]: Matrix): boolean {
  const along = a * a + b * b, across = c * c + d * d;
  return along > 0 && Math.abs(along - across) < NEARLY * along && Math.abs(a * c + b * d) < NEARLY * along;
}

type ThinNode = SceneNode & { readonly thin: ThinLine };

/** Whether a node is a line that can be laid as pixels. */
export const isThinLine = (node: SceneNode): node is ThinNode => node.thin !== undefined && keepsWidth(node.matrix);

/**
 * Thin lines on their way to a canvas. Many in a row are laid as pixels, which costs a fraction of filling their outlines;
 * a few are not worth the way of the canvas's pixels there and back.
 */
export type ThinLines = {
  readonly take: (node: ThinNode) => void;
  /** Has the canvas show all that was taken. The pixels are kept, for more lines. */
  readonly show: () => void;
  /** The same, when something else is to be painted on the canvas. */
  readonly leave: () => void;
  /** Nothing more is to be painted. */
  readonly close: () => void;
};

export type ThinLinesDeps = {
  readonly context: Pick<OffscreenCanvasRenderingContext2D, 'createImageData' | 'getImageData' | 'putImageData'>;
  /** Where on the canvas the picture is; it has nothing but paper on it. */
  readonly px: Box;
  /** From board units to px of the picture. */
  readonly matrix: Matrix;
  /** Paints one on the canvas by its outline. */
  readonly paint: (node: SceneNode) => void;
};

/** Paints nodes in their order, thin lines among them as such. */
export function paintWithLines(nodes: readonly SceneNode[], lines: ThinLines, paint: (node: SceneNode) => void): void {
  for (const node of nodes) {
    if (isThinLine(node)) {
      lines.take(node);
      continue;
    }
    lines.leave();
    paint(node);
  }
}

/** Lines for a picture that has nothing but paper on it yet. */
export function createThinLines({ context, px, matrix, paint }: ThinLinesDeps): ThinLines {
  /** Taken again and again: a fresh megabyte costs as much as some hundred lines. */
  let room: Uint8ClampedArray<ArrayBuffer> | null = null;
  let waiting: ThinNode[] = [];
  let isBare = true;
  let image: ImageData | null = null;
  let pixels: LinePixels | null = null;
  /** What is on the canvas is on the pixels, and the other way round. */
  let isShown = true;
  const lay = ({ thin: { ink, nib, color, opacity }, matrix: own }: ThinNode, on: LinePixels): void => {
    const toPx = compose(matrix, own), [a, b] = toPx;
    layLine(on, laidLine(ink, nib, Math.sqrt(a * a + b * b)), toPx, color, opacity);
    isShown = false;
  };
  const imageNow = (): ImageData => {
    if (!isBare) return context.getImageData(px.x, px.y, px.w, px.h);
    const bytes = 4 * px.w * px.h;
    if (bytes <= ROOM) room = spare.pop() ?? new Uint8ClampedArray(ROOM);
    const bare = room ? new ImageData(room.subarray(0, bytes), px.w, px.h) : context.createImageData(px.w, px.h);
    fillPixels(linePixels(bare), hexOf('paper'));
    return bare;
  };
  const paintWaiting = (): void => {
    const nodes = waiting;
    if (nodes.length === 0) return;
    waiting = [];
    isBare = false;
    for (const node of nodes) paint(node);
  };
  const show = (): void => {
    paintWaiting();
    if (image && !isShown) context.putImageData(image, px.x, px.y);
    isShown = true;
  };
  const letGo = (): void => {
    if (room && spare.length < MOST_SPARE) spare.push(room);
    room = null;
    image = null;
    pixels = null;
  };
  return {
    take(node) {
      if (pixels) return lay(node, pixels);
      waiting.push(node);
      if (waiting.length < (isBare ? ENOUGH : ENOUGH_OVER)) return;
      image = imageNow();
      pixels = linePixels(image);
      isBare = false;
      for (const line of waiting) lay(line, pixels);
      waiting = [];
    },
    show,
    leave() {
      show();
      isBare = false;
      letGo();
    },
    close() {
      waiting = [];
      letGo();
    },
  };
}
