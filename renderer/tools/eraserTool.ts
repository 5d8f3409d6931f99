import type { PageId } from '../../shared/base/ids.ts';
import type { Buckets } from '../../shared/board/board.ts';
import { boxAround, grow, type Box, type Point } from '../../shared/geometry/box.ts';
import type { Sweep } from '../../shared/ink/rub.ts';
import { isLocked, isVisible } from '../../shared/scene/hitTest.ts';
import { marksNearIn } from '../../shared/scene/marksNear.ts';
import type { BoardView } from '../state/boardStore.ts';
import type { Rubbing } from './rubbing.ts';
import { rubPart } from './rubPart.ts';
import { rubWhole } from './rubWhole.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Rubbing takes no more of a frame than this at a time, ms: where thousands of strokes cross, the rest follows in the next ones. */
const SLICE_MS = 6;
/** What is rubbed after the hand has let go is shown so often, ms: each time the worker paints the parts anew. */
const SHOW_MS = 100;
/** So many steps of the hand are rubbed at a time: what it passed over first is clean first. */
const MOST_SWEEPS = 8;

/** A part of the way that is being rubbed: the buckets of the board are gone through one by one. */
type Stretch = { readonly way: readonly Sweep[]; readonly area: Box; readonly view: BoardView; readonly buckets: readonly Buckets[string][]; next: number };
type Gesture = { readonly rubbing: Rubbing; readonly page: PageId; last: Point | null; readonly ahead: Sweep[]; stretch: Stretch | null; stop: (() => void) | null; shownMs: number };

/**
 * Takes away whole marks, or only the ink under its ring; what is locked or prepared stays. One gesture is one step. When the
 * hand lets go, what is still to be rubbed and cut is worked out afterwards.
 */
export function eraserTool(context: ToolContext): Tool {
  let gesture: Gesture | null = null;

  const radius = (): number => context.style().eraserUnits / 2;
  const follow = (of: Gesture, { samples }: ToolPointer): void => {
    // Whoever turns the page meanwhile rubs nothing there: the way lies on the page on which it began.
    if (context.page() !== of.page) return;
    for (const { at } of samples) {
      if (of.last && of.last.x === at.x && of.last.y === at.y) continue;
      of.ahead.push({ from: of.last ?? at, to: at, radius: radius() });
      of.last = at;
    }
  };
  const nextStretch = (of: Gesture): Stretch | null => {
    const way = of.ahead.splice(0, MOST_SWEEPS);
    if (way.length === 0) return null;
    const view = context.view();
    const reach = Math.max(...way.map((sweep) => sweep.radius));
    const area = grow(boxAround(way.flatMap(({ from, to }) => [from, to])), reach + 0.5);
    return { way, area, view, buckets: Object.values(view.board.buckets), next: 0 };
  };
  /** @returns whether the whole way so far is rubbed now */
  const strike = (of: Gesture, untilMs: number): boolean => {
    while ((of.stretch ??= nextStretch(of))) {
      const { way, area, view, buckets } = of.stretch;
      while (of.stretch.next < buckets.length) {
        if (context.nowMs() >= untilMs) return false;
        for (const mark of marksNearIn(buckets[of.stretch.next++] as Buckets[string], view, of.page, area)) {
          if (!isLocked(mark, view) && isVisible(mark, view)) of.rubbing.rub(mark, way);
        }
      }
      of.stretch = null;
    }
    return true;
  };
  const goOn = (of: Gesture): void => {
    of.stop = null;
    // A gesture that is not settled yet comes first: what it leaves of a stroke is what this one rubs.
    const isDone = context.afterwork.isDone() && strike(of, context.nowMs() + SLICE_MS);
    of.rubbing.show();
    if (!isDone) of.stop = context.wait(0, () => goOn(of));
  };
  const ring = (pointer: ToolPointer): void => {
    const newest = pointer.samples[pointer.samples.length - 1];
    if (newest) context.overlay({ kind: 'ring', at: newest.at, radiusUnits: radius() });
  };
  const move = (of: Gesture, pointer: ToolPointer): void => {
    follow(of, pointer);
    // What is under way already takes the new places along.
    if (!of.stop) goOn(of);
    ring(pointer);
  };
  /** @returns whether the gesture is over and on the board */
  const settle = (of: Gesture, untilMs: number): boolean => {
    let isOver = true;
    try {
      const isRubbed = strike(of, untilMs), nowMs = context.nowMs();
      if (isRubbed || nowMs - of.shownMs >= SHOW_MS) {
        of.rubbing.show();
        of.shownMs = nowMs;
      }
      isOver = isRubbed && of.rubbing.finish(untilMs);
      return isOver;
    } finally {
      // Also when it could not be worked out: what is whole on the board is shown whole.
      if (isOver) of.rubbing.letGo();
    }
  };
  const end = (): Gesture | null => {
    const ended = gesture;
    ended?.stop?.();
    gesture = null;
    return ended;
  };

  return {
    name: 'eraser',
    cursor: 'none',
    down(pointer) {
      gesture = { rubbing: context.style().eraserPart ? rubPart(context) : rubWhole(context), page: context.page(), last: null, ahead: [], stretch: null, stop: null, shownMs: -Infinity };
      move(gesture, pointer);
    },
    move(pointer) {
      if (gesture) move(gesture, pointer);
    },
    up(pointer) {
      const ended = end();
      ring(pointer);
      if (!ended) return;
      follow(ended, pointer);
      context.afterwork.leave((untilMs) => settle(ended, untilMs));
    },
    cancel() {
      end()?.rubbing.letGo();
      context.overlay(null);
    },
    hover: ring,
    leave: () => context.overlay(null),
  };
}
