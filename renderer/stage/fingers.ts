import type { Point } from '../../shared/geometry/box.ts';
import { panned, zoomed, type Camera, type CameraView } from './camera.ts';
import { cameWithPen } from './palmRule.ts';

/** A tap is over after this, ms, and no finger of it goes farther than this, px. */
const TAP_MS = 320, TAP_PX = 14;

/** The fingers that have the paper: one moves it, two move and zoom it. */
export type Fingers = {
  readonly count: () => number;
  readonly has: (id: number) => boolean;
  readonly down: (id: number, at: Point, atMs: number) => void;
  /** @returns false when this finger does not have the paper */
  readonly move: (id: number, to: Point) => boolean;
  /** @returns how many fingers tapped, when the last of a tap is lifted; the paper then lies as it did before. Else 0 */
  readonly up: (id: number, atMs: number) => number;
  /**
   * All fingers let go of the paper: a pen came, or they were a palm. What the hand moved just before is taken back,
   * so that the paper lies as it did when the hand came down.
   */
  readonly giveWay: (atMs: number) => void;
};

type Finger = { readonly from: Point; readonly at: Point };

/** Keeps the fingers on the board and moves the camera with them. */
export function createFingers(camera: Camera): Fingers {
  const fingers = new Map<number, Finger>();
  let first: { readonly view: CameraView; readonly atMs: number } = { view: camera.get(), atMs: 0 };
  let most = 0;
  let isTap = false;

  const carry = (before: readonly Finger[], after: readonly Finger[]): void => {
    const [a, b] = before, [c, d] = after;
    if (!a || !c) return;
    if (!b || !d) return camera.set(panned(camera.get(), c.at.x - a.at.x, c.at.y - a.at.y));
    const middle = { x: (c.at.x + d.at.x) / 2, y: (c.at.y + d.at.y) / 2 };
    const moved = panned(camera.get(), middle.x - (a.at.x + b.at.x) / 2, middle.y - (a.at.y + b.at.y) / 2);
    const spread = Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) || 1;
    camera.set(zoomed(moved, Math.hypot(c.at.x - d.at.x, c.at.y - d.at.y) / spread, middle));
  };

  return {
    count: () => fingers.size,
    has: (id) => fingers.has(id),
    down(id, at, atMs) {
      if (fingers.size === 0) {
        first = { view: camera.get(), atMs };
        most = 0;
        isTap = true;
      }
      fingers.set(id, { from: at, at });
      most = Math.max(most, fingers.size);
    },
    move(id, to) {
      const finger = fingers.get(id);
      if (!finger) return false;
      const before = [...fingers.values()];
      fingers.set(id, { from: finger.from, at: to });
      if (Math.hypot(to.x - finger.from.x, to.y - finger.from.y) > TAP_PX) isTap = false;
      carry(before, [...fingers.values()]);
      return true;
    },
    up(id, atMs) {
      if (!fingers.delete(id) || fingers.size > 0 || !isTap || atMs - first.atMs > TAP_MS) return 0;
      camera.set(first.view);
      return most;
    },
    giveWay(atMs) {
      if (fingers.size > 0 && cameWithPen(first.atMs, atMs)) camera.set(first.view);
      fingers.clear();
      isTap = false;
    },
  };
}
