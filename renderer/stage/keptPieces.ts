import { boxAround, grow, overlaps, unionOf, type Box } from '../../shared/geometry/box.ts';
import { canvas2dSurface, type Canvas2D } from '../../shared/paint/canvas2dSurface.ts';
import { paintNode } from '../../shared/paint/paintScene.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';

/** A 2D context that can be wiped, with its canvas. */
export type PieceCanvas = Canvas2D & {
  readonly canvas: { width: number; height: number };
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, w: number, h: number): void;
};

/** How the page lies on a canvas: device px per board unit, and the px of the page's corner. */
export type PieceView = { readonly scale: number; readonly x: number; readonly y: number; readonly widthPx: number; readonly heightPx: number };

/** Pieces of strokes that a hand works on, as a bitmap: only where something changed it is painted again. */
export type KeptPieces<Sheet extends PieceCanvas> = {
  /** What to show from now on, in painting order; `changed` is where it differs from what was shown before (board units). */
  readonly change: (nodes: readonly SceneNode[], changed: Box | null) => void;
  /** Brings the bitmap up to date and gives it; null when there is nothing on it. */
  readonly bitmap: (view: PieceView) => Sheet | null;
};

const sameView = (a: PieceView, b: PieceView): boolean => a.scale === b.scale && a.x === b.x && a.y === b.y && a.widthPx === b.widthPx && a.heightPx === b.heightPx;

/** The part of a page that a view shows. */
const inView = ({ scale, x, y, widthPx, heightPx }: PieceView): Box => ({ x: -x / scale, y: -y / scale, w: widthPx / scale, h: heightPx / scale });

/** Makes an empty bitmap of pieces; its canvas is made with the first of them. */
export function createKeptPieces<Sheet extends PieceCanvas>(newCanvas: (widthPx: number, heightPx: number) => Sheet): KeptPieces<Sheet> {
  let nodes: readonly SceneNode[] = [];
  let stale: Box | null = null;
  let sheet: Sheet | null = null;
  let shown: PieceView | null = null;

  /** Whole px, one more all around: what is cut off must not leave a soft edge. */
  const repaint = (on: Sheet, view: PieceView, part: Box): void => {
    const left = Math.max(0, Math.floor(part.x * view.scale + view.x) - 1), top = Math.max(0, Math.floor(part.y * view.scale + view.y) - 1);
    const right = Math.min(view.widthPx, Math.ceil((part.x + part.w) * view.scale + view.x) + 1), bottom = Math.min(view.heightPx, Math.ceil((part.y + part.h) * view.scale + view.y) + 1);
    if (right <= left || bottom <= top) return;
    const within = boxAround([{ x: (left - view.x) / view.scale, y: (top - view.y) / view.scale }, { x: (right - view.x) / view.scale, y: (bottom - view.y) / view.scale }]);
    on.save();
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.beginPath();
    on.rect(left, top, right - left, bottom - top);
    on.clip();
    on.clearRect(left, top, right - left, bottom - top);
    on.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
    const surface = canvas2dSurface(on, () => undefined);
    for (const node of nodes) if (overlaps(node.bounds, within)) paintNode(node, surface);
    on.restore();
  };

  return {
    change(next, changed) {
      nodes = next;
      if (changed) stale = stale ? unionOf([stale, changed]) ?? null : changed;
    },
    bitmap(view) {
      if (nodes.length === 0 && sheet === null) {
        stale = null;
        return null;
      }
      const on = sheet ?? newCanvas(view.widthPx, view.heightPx);
      if (!shown || !sameView(shown, view)) {
        on.canvas.width = view.widthPx;
        on.canvas.height = view.heightPx;
        repaint(on, view, grow(inView(view), 1));
      } else if (stale) repaint(on, view, stale);
      sheet = on;
      shown = view;
      stale = null;
      return on;
    },
  };
}
