import { boxAround, contains, grow, unionOf, type Box, type Point, type Size } from '../../shared/geometry/box.ts';
import type { Nib, NibPoint } from '../../shared/ink/outline.ts';
import type { CameraView } from './camera.ts';

/** Air around what is painted, so that a pen that goes on needs no larger region at every frame, device px. */
const AIR_PX = 96;
/** A region begins and ends at multiples of this, device px. */
const STEP_PX = 64;

/**
 * The part of the window that a canvas of live ink has to cover, whole device px. The compositor copies and blends all of
 * such a canvas in every frame: one as large as the window costs more than the ink on it. It never shrinks while ink is
 * on it, since a canvas that changes its size is made anew.
 * @param now the region so far, null for none
 * @param wanted what is to be seen on it
 */
export function grownRegion(now: Box | null, wanted: Box, windowPx: Size): Box {
  const whole: Box = { x: 0, y: 0, ...windowPx };
  const seen = cut(wanted, whole);
  if (now && contains(now, seen)) return now;
  const { x, y, w, h } = grow(seen, AIR_PX);
  const left = Math.floor(x / STEP_PX) * STEP_PX, top = Math.floor(y / STEP_PX) * STEP_PX;
  const stepped: Box = { x: left, y: top, w: Math.ceil((x + w) / STEP_PX) * STEP_PX - left, h: Math.ceil((y + h) / STEP_PX) * STEP_PX - top };
  return cut(unionOf(now ? [now, stepped] : [stepped]) ?? stepped, whole);
}

/** What of a box lies in another; a box without extent at its edge when nothing does. */
function cut(box: Box, { x, y, w, h }: Box): Box {
  const left = Math.min(Math.max(box.x, x), x + w), top = Math.min(Math.max(box.y, y), y + h);
  const right = Math.min(Math.max(box.x + box.w, x), x + w), bottom = Math.min(Math.max(box.y + box.h, y), y + h);
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** What is on the canvas of live ink, board units. */
export type LiveThings = {
  readonly strokes: ReadonlyMap<string, { readonly points: readonly NibPoint[]; readonly predicted: readonly NibPoint[]; readonly nib: Nib }>;
  /** Marks that the tiles do not show yet. */
  readonly fresh: readonly Box[];
  /** The nib of a pen that hovers, or the ring of the eraser. */
  readonly hovering: Box | null;
  /** Thin figures may be anywhere in the window. */
  readonly everywhere: boolean;
};

/** How the page lies in the window, device px; a camera that moved is another one. */
export type LiveSight = { readonly camera: CameraView; readonly scale: number; readonly offset: Point; readonly devicePx: Size; readonly pixelRatio: number };

/** Lays a canvas where there is something to be seen on it. */
export type LiveRegion = {
  /** Covers what is there now; tells where the upper left corner of the canvas lies in the window, device px. */
  readonly cover: (things: LiveThings, sight: LiveSight) => Point;
  readonly forget: (stroke: string) => void;
  /** Nothing is on the canvas any more: the next region begins anew. */
  readonly end: () => void;
};

/** Makes the region of a canvas; the canvas is emptied whenever it gets another size. */
export function createLiveRegion(canvas: HTMLCanvasElement): LiveRegion {
  let region: Box | null = null;
  let of: CameraView | null = null;
  let hoveredOnly = false;
  /** How many points of each stroke the region covers: only what came since is looked at. */
  const covered = new Map<string, number>();
  const end = (): void => {
    region = null;
    covered.clear();
  };
  const news = ({ strokes, fresh, hovering }: LiveThings): Box | undefined => {
    const boxes = hovering ? [...fresh, hovering] : [...fresh];
    for (const [name, { points, predicted, nib }] of strokes) {
      const near = [...points.slice(Math.max(0, (covered.get(name) ?? 0) - 1)), ...predicted];
      if (near.length > 0) boxes.push(grow(boxAround(near.map(([x, y]) => ({ x, y }))), nib.widthUnits));
      covered.set(name, points.length);
    }
    return unionOf(boxes);
  };
  return {
    cover(things, { camera, scale, offset, devicePx, pixelRatio }) {
      const hoversOnly = things.strokes.size === 0 && things.fresh.length === 0 && things.hovering !== null;
      // A pen that hovered over half of the board leaves its stroke no region as large as that.
      if (of !== camera || (hoveredOnly && !hoversOnly)) end();
      of = camera;
      hoveredOnly = hoversOnly;
      const box = things.everywhere ? undefined : news(things);
      const wanted = box ? grow({ x: box.x * scale + offset.x, y: box.y * scale + offset.y, w: box.w * scale, h: box.h * scale }, 4 * pixelRatio) : { x: 0, y: 0, ...devicePx };
      const next = grownRegion(region, wanted, devicePx);
      if (next !== region) {
        region = next;
        canvas.width = next.w;
        canvas.height = next.h;
        Object.assign(canvas.style, { left: `${next.x / pixelRatio}px`, top: `${next.y / pixelRatio}px`, width: `${next.w / pixelRatio}px`, height: `${next.h / pixelRatio}px` });
      }
      return next;
    },
    forget: (stroke) => { covered.delete(stroke); },
    end,
  };
}
