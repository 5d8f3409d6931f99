import type { PageId } from '../../shared/base/ids.ts';
import type { Point, Size } from '../../shared/geometry/box.ts';
import type { Backdrop } from './backdrop.ts';
import type { Camera } from './camera.ts';
import { snapped } from './tilePlacing.ts';
import type { TileView } from './tileView.ts';

/** The page that is in view and how large it is, board units. */
export type ShownPage = { readonly page: PageId; readonly size: Size };

/** The opaque canvas on which desk, sheet and tiles are painted, at most once a frame. */
export type BoardSurface = {
  /** `place` is an empty element that is put where the sheet lies in the window, a little later while it moves. */
  readonly attach: (canvas: HTMLCanvasElement, place: HTMLElement) => void;
  readonly resize: (windowPx: Size) => void;
  /** Shows all that is on the sheet this far aside, board units, while a hand has it; the sheet itself stays. */
  readonly carry: (by: Point | null) => void;
  /** Paints with the next frame: what lies beside the sheet only when that looks different now. */
  readonly look: () => void;
  /** The same, when something else lies below the sheet. */
  readonly lookBelow: () => void;
  readonly close: () => void;
};

export type BoardSurfaceDeps = { readonly below: Backdrop; readonly camera: Camera; readonly tiles: TileView; readonly shown: () => ShownPage; readonly ratio: () => number };

/** The sheet's place is put no more often than this, ms: an element that moves costs the page a new layout, in each frame of a pan. */
const PLACE_MS = 120;

/** Makes the surface; nothing is painted before it has a canvas. */
export function createBoardSurface({ below, camera, tiles, shown, ratio }: BoardSurfaceDeps): BoardSurface {
  let context: CanvasRenderingContext2D | null = null;
  let place: HTMLElement | null = null;
  let placed = '';
  let windowPx: Size = { w: 1, h: 1 };
  let frame = 0;
  let carried: Point | null = null;
  let placing: ReturnType<typeof setTimeout> | null = null;
  /** Nothing has been painted on the canvas yet. */
  let isNew = true;
  /** How sheet and window lay when what is beside the sheet was painted last. */
  let painted = '';

  const putPlace = ({ w, h }: Size): void => {
    const { x, y, scale } = camera.get();
    const transform = `translate(${-x * scale}px, ${-y * scale}px) scale(${scale})`;
    if (placing !== null || !place || placed === transform + w + h) return;
    placed = transform + w + h;
    place.style.width = `${w}px`;
    place.style.height = `${h}px`;
    place.style.transform = transform;
    placing = setTimeout(() => {
      placing = null;
      putPlace(shown().size);
    }, PLACE_MS);
  };
  const paint = (): void => {
    frame = 0;
    const { page, size } = shown();
    putPlace(size);
    if (!context) return;
    isNew = false;
    const view = camera.get();
    const paper = snapped({ x: 0, y: 0, ...size }, view, ratio());
    context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    const lying = [paper.x, paper.y, paper.w, paper.h, windowPx.w, windowPx.h, ratio()].join(' ');
    if (lying !== painted) below.paint(context, windowPx, paper, ratio());
    painted = lying;
    context.save();
    context.beginPath();
    context.rect(paper.x, paper.y, paper.w, paper.h);
    context.clip();
    tiles.draw(context, page, carried ? { ...view, x: view.x - carried.x, y: view.y - carried.y } : view, windowPx, size, ratio(), paper);
    context.restore();
  };
  const look = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };

  const lookBelow = (): void => {
    painted = '';
    look();
  };

  return {
    attach(canvas, sheetPlace) {
      context = canvas.getContext('2d', { alpha: false });
      canvas.addEventListener('contextrestored', lookBelow);
      painted = '';
      place = sheetPlace;
      placed = '';
      isNew = true;
      look();
    },
    resize(next) {
      windowPx = next;
      painted = '';
      if (placing !== null) clearTimeout(placing);
      placing = null;
      if (!context) return;
      const { canvas } = context;
      canvas.width = Math.round(next.w * ratio());
      canvas.height = Math.round(next.h * ratio());
      canvas.style.width = `${next.w}px`;
      canvas.style.height = `${next.h}px`;
      // An emptied canvas would flash black until the next frame; a new one is painted with it before it is shown.
      if (!isNew) paint();
    },
    carry(by) {
      if (by === carried) return;
      carried = by;
      look();
    },
    look,
    lookBelow,
    close() {
      cancelAnimationFrame(frame);
      if (placing !== null) clearTimeout(placing);
      below.close();
      // Its pixels go now, and not when the garbage is collected some day.
      if (context) context.canvas.width = 0;
      context = null;
    },
  };
}
