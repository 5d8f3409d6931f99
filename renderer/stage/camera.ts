import type { Box, Point, Size } from '../../shared/geometry/box.ts';

/** Where the window looks: screen px = (board units − origin) × scale. */
export type CameraView = { readonly x: number; readonly y: number; readonly scale: number };

/** Farthest zoom out and in, screen px per board unit. */
const SCALE_RANGE = { low: 0.05, high: 24 } as const;

const clampScale = (scale: number): number => Math.min(SCALE_RANGE.high, Math.max(SCALE_RANGE.low, scale));

/** Where a point of the window lies on the page. */
export function toBoard(view: CameraView, px: Point): Point {
  return { x: view.x + px.x / view.scale, y: view.y + px.y / view.scale };
}

/** Where a point of the page lies in the window, px. */
export function toScreen(view: CameraView, at: Point): Point {
  return { x: (at.x - view.x) * view.scale, y: (at.y - view.y) * view.scale };
}

/** The view moved by screen px, as a hand moves paper. */
export function panned(view: CameraView, dxPx: number, dyPx: number): CameraView {
  return { ...view, x: view.x - dxPx / view.scale, y: view.y - dyPx / view.scale };
}

/** The view zoomed by a factor while the point under the hand stays where it is. */
export function zoomed(view: CameraView, factor: number, atPx: Point): CameraView {
  const scale = clampScale(view.scale * factor);
  const fixed = toBoard(view, atPx);
  return { scale, x: fixed.x - atPx.x / scale, y: fixed.y - atPx.y / scale };
}

/** Free edge around what is fitted, px: where the desk's panels lie. */
export type InsetsPx = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The view that shows a box as large as the window allows, in the middle of what the panels leave free. */
export function fitted(box: Box, windowPx: Size, insets: InsetsPx): CameraView {
  const w = Math.max(50, windowPx.w - insets.left - insets.right);
  const h = Math.max(50, windowPx.h - insets.top - insets.bottom);
  const scale = clampScale(Math.min(w / Math.max(1, box.w), h / Math.max(1, box.h)));
  return { scale, x: box.x + box.w / 2 - (insets.left + w / 2) / scale, y: box.y + box.h / 2 - (insets.top + h / 2) / scale };
}

/** The part of the page that the window shows. */
export function shownBox(view: CameraView, windowPx: Size): Box {
  return { x: view.x, y: view.y, w: windowPx.w / view.scale, h: windowPx.h / view.scale };
}

/** A view that changes many times a second: kept outside React, told to whoever draws. */
export type Camera = {
  readonly get: () => CameraView;
  readonly set: (view: CameraView) => void;
  /** Moves softly within a time; 0 jumps. Any `set` from a hand ends it. */
  readonly glide: (view: CameraView, ms: number) => void;
  readonly subscribe: (listener: (view: CameraView) => void) => () => void;
};

const easeInOut = (t: number): number => (t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2);

/** Makes a camera. */
export function createCamera(first: CameraView): Camera {
  let view = first;
  let gliding = 0;
  const listeners = new Set<(view: CameraView) => void>();
  const put = (next: CameraView): void => {
    view = next;
    for (const listener of listeners) listener(view);
  };
  const stopGliding = (): void => {
    if (gliding !== 0) cancelAnimationFrame(gliding);
    gliding = 0;
  };
  return {
    get: () => view,
    set(next) {
      stopGliding();
      put(next);
    },
    glide(target, ms) {
      stopGliding();
      if (ms <= 0) return put(target);
      const from = view;
      const startMs = performance.now();
      const step = (nowMs: number): void => {
        const t = Math.min(1, (nowMs - startMs) / ms);
        const e = easeInOut(Math.max(0, t));
        const scale = from.scale * (target.scale / from.scale) ** e;
        put(t >= 1 ? target : { scale, x: from.x + (target.x - from.x) * e, y: from.y + (target.y - from.y) * e });
        gliding = t < 1 ? requestAnimationFrame(step) : 0;
      };
      gliding = requestAnimationFrame(step);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
