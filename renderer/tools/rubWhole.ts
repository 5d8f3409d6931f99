import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import type { Mark } from '../../shared/board/marks.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { markHit } from '../../shared/scene/hitTest.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import type { ToolContext } from './tool.ts';

/** One gesture of the eraser: what it has taken so far, and what becomes of it. */
export type Rubbing = {
  /** @param near the marks that may lie under the ring on its way, none of them locked */
  readonly pass: (near: readonly Mark[], from: Point, to: Point, radius: number) => void;
  /** What to show in place of the marks that were taken, and where that has changed since it was asked for last. */
  readonly shown: () => { readonly nodes: readonly SceneNode[]; readonly changed: Box | null };
  /** Puts it on the board as one step. */
  readonly finish: () => void;
};

/** A rubbing that leaves nothing of what it takes. */
export const NOTHING: ReturnType<Rubbing['shown']> = { nodes: [], changed: null };

/** Places along a line, so close together that a disk of that radius covers it all. */
function alongLine(from: Point, to: Point, radius: number): readonly Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / Math.max(0.5, radius)));
  return Array.from({ length: steps }, (_, i) => ({ x: from.x + ((to.x - from.x) * (i + 1)) / steps, y: from.y + ((to.y - from.y) * (i + 1)) / steps }));
}

/** Takes away whole marks of any kind. */
export function rubWhole(context: ToolContext): Rubbing {
  const struck = new Set<MarkId>();
  return {
    pass(near, from, to, radius) {
      const before = struck.size;
      const view = context.view();
      const path = alongLine(from, to, radius);
      for (const mark of near) if (!struck.has(mark.id) && path.some((at) => markHit(mark, view, at, radius))) struck.add(mark.id);
      if (struck.size > before) context.hide([...struck]);
    },
    shown: () => NOTHING,
    finish() {
      const { board } = context.view();
      const ids = [...struck].filter((id) => markOf(board, id) !== undefined);
      if (ids.length > 0) context.do({ type: 'marks.remove', ids });
    },
  };
}
