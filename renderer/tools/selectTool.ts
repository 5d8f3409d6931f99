import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import type { ConnectorEnd, Mark } from '../../shared/board/marks.ts';
import { boxAround, containsPoint, grow, unionOf, type Box, type Point } from '../../shared/geometry/box.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { markAt, marksInBox, marksInLasso } from '../../shared/scene/hitTest.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import { dragPicture, type DragPicture } from './dragPicture.ts';
import { boxBetween, type Tool, type ToolContext, type ToolPointer } from './tool.ts';

/** A hand moves less than this between press and lift of a click, screen px. */
const CLICK_PX = 4;
const DOUBLE_CLICK_MS = 400;

type Gesture =
  | { readonly kind: 'pressed'; readonly at: Point; readonly ids: readonly MarkId[] }
  | { readonly kind: 'dragging'; readonly at: Point; readonly ids: readonly MarkId[]; readonly picture: DragPicture }
  | { readonly kind: 'around'; readonly at: Point; readonly path: Point[]; readonly kept: readonly MarkId[] };

/** The box around marks on the page. */
export function selectionBox(ids: readonly MarkId[], view: ReturnType<ToolContext['view']>): Box | undefined {
  return unionOf(ids.flatMap((id) => {
    const mark = markOf(view.board, id);
    return mark ? [markBox(mark, view)] : [];
  }));
}

/** Marks and the drawings of the cards among them: a card takes its drawing along. */
export function withPictures(ids: readonly MarkId[], view: ReturnType<ToolContext['view']>): readonly MarkId[] {
  const all = new Set(ids);
  for (const id of ids) {
    const mark = markOf(view.board, id);
    if (mark?.kind === 'card') for (const part of mark.picture) if (markOf(view.board, part)) all.add(part);
  }
  return [...all];
}

/** Whether a mark can be moved: an arrow that is held at both ends goes where those go, and nowhere else. */
export function isMovable(mark: Mark, view: ReturnType<ToolContext['view']>): boolean {
  const isLoose = (end: ConnectorEnd): boolean => end.mark === null || markOf(view.board, end.mark) === undefined;
  return mark.kind !== 'connector' || isLoose(mark.from) || isLoose(mark.to);
}

/** Picks marks by a click, a box or a lasso, and moves what is picked. Resizing and turning is done on the stage's handles. */
export function selectTool(context: ToolContext, name: 'select' | 'lasso'): Tool {
  let gesture: Gesture | null = null;
  let lastClick: { readonly id: MarkId; readonly atMs: number } | null = null;

  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };

  const startDrag = (pressed: Extract<Gesture, { kind: 'pressed' }>): void => {
    const view = context.view();
    const ids = withPictures(pressed.ids, view);
    const movable = ids.filter((id) => { const mark = markOf(view.board, id); return mark !== undefined && isMovable(mark, view); });
    if (movable.length === 0) return;
    gesture = { kind: 'dragging', at: pressed.at, ids: movable, picture: dragPicture(context, movable) };
  };

  const click = (pressed: Extract<Gesture, { kind: 'pressed' }>): void => {
    const id = pressed.ids[pressed.ids.length - 1];
    if (id === undefined || pressed.ids.length !== 1) return;
    const atMs = context.nowMs();
    const mark = markOf(context.view().board, id);
    if (lastClick?.id === id && atMs - lastClick.atMs < DOUBLE_CLICK_MS && mark && (mark.kind === 'text' || mark.kind === 'card' || mark.kind === 'shape')) context.write({ mark: id });
    lastClick = { id, atMs };
  };

  return {
    name,
    cursor: 'default',
    down(pointer) {
      const at = newest(pointer);
      const view = context.view();
      const selected = context.selection();
      const box = selectionBox(selected, view);
      const hit = markAt(view, context.page(), at, context.units(6));
      if (hit && pointer.shift) {
        const ids = selected.includes(hit.id) ? selected.filter((id) => id !== hit.id) : [...selected, hit.id];
        context.select(ids);
        gesture = { kind: 'pressed', at, ids };
      } else if (hit && !selected.includes(hit.id)) {
        context.select([hit.id]);
        gesture = { kind: 'pressed', at, ids: [hit.id] };
      } else if (hit || (box && containsPoint(grow(box, context.units(4)), at) && selected.length > 0)) {
        gesture = { kind: 'pressed', at, ids: selected };
      } else {
        const kept = pointer.shift ? selected : [];
        context.select(kept);
        gesture = { kind: 'around', at, path: [at], kept };
      }
    },
    move(pointer) {
      const at = newest(pointer);
      if (gesture?.kind === 'pressed' && Math.hypot(at.x - gesture.at.x, at.y - gesture.at.y) > context.units(CLICK_PX)) startDrag(gesture);
      if (gesture?.kind === 'dragging') gesture.picture.show(translation(at.x - gesture.at.x, at.y - gesture.at.y));
      if (gesture?.kind === 'around') {
        gesture.path.push(...pointer.samples.map((sample) => sample.at));
        context.overlay(name === 'lasso' ? { kind: 'lasso', points: gesture.path } : { kind: 'marquee', box: boxBetween(gesture.at, at) });
      }
    },
    up(pointer) {
      const at = newest(pointer);
      const view = context.view();
      if (gesture?.kind === 'pressed') click(gesture);
      if (gesture?.kind === 'dragging') {
        const ids = gesture.ids.filter((id) => markOf(view.board, id) !== undefined);
        const moved = at.x !== gesture.at.x || at.y !== gesture.at.y;
        if (ids.length > 0 && moved) context.do({ type: 'marks.transform', ids, matrix: translation(at.x - gesture.at.x, at.y - gesture.at.y) });
        gesture.picture.end();
        context.hide([]);
      }
      if (gesture?.kind === 'around') {
        const around = name === 'lasso' ? boxAround(gesture.path) : boxBetween(gesture.at, at);
        if (Math.hypot(around.w, around.h) > context.units(CLICK_PX)) {
          const found = name === 'lasso' ? marksInLasso(view, context.page(), gesture.path, around) : marksInBox(view, context.page(), around);
          context.select([...new Set([...gesture.kept, ...found])]);
        }
      }
      if (gesture?.kind !== 'dragging') context.overlay(null);
      gesture = null;
    },
    cancel() {
      if (gesture?.kind === 'dragging') gesture.picture.end();
      gesture = null;
      context.hide([]);
      context.overlay(null);
    },
  };
}
