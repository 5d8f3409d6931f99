import type { SceneContext } from '../../shared/scene/markNode.ts';
import { namedMarks, perList } from '../state/namedMarks.ts';
import type { GroupId, MarkId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { groupOf, isInside, withGroups } from '../../shared/board/groups.ts';
import type { ConnectorEnd, Mark } from '../../shared/board/marks.ts';
import { boxAround, containsPoint, grow, unionOf, type Box, type Point } from '../../shared/geometry/box.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { isLocked, isVisible, markAt, marksInBox, marksInLasso } from '../../shared/scene/hitTest.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import { copyMarks } from './copyMarks.ts';
import { dragPicture, type DragPicture } from './dragPicture.ts';
import { MOST_IN_HAND } from '../stage/mostInHand.ts';
import { moveGuides, type MoveGuides } from './moveGuides.ts';
import { boxBetween, type Tool, type ToolContext, type ToolPointer } from './tool.ts';

/** A hand moves less than this between press and lift of a click, screen px. */
const CLICK_PX = 4;
const DOUBLE_CLICK_MS = 400;

type Gesture =
  | { readonly kind: 'pressed'; readonly at: Point; readonly ids: readonly MarkId[]; readonly hit: Mark | undefined; readonly copies: boolean; /** A lasso that begins on something goes around it, unless that was chosen before. */ readonly goesAround: boolean }
  | { readonly kind: 'dragging'; readonly at: Point; readonly ids: readonly MarkId[]; readonly picture: DragPicture; readonly guides: MoveGuides; readonly copies: boolean }
  | { readonly kind: 'around'; readonly at: Point; readonly path: Point[]; readonly kept: readonly MarkId[] };

type KeptBox = { readonly marks: readonly Mark[]; readonly tables: Board['tables']; readonly box: Box | undefined };
const keptBoxes = new WeakMap<readonly MarkId[], KeptBox>();

/** The box around marks on the page. Handles, bar and tool ask for that of the same thousands; the list must not be changed afterwards. */
export function selectionBox(ids: readonly MarkId[], view: SceneContext): Box | undefined {
  const { board } = view;
  const marks = namedMarks(ids, board);
  const kept = keptBoxes.get(ids);
  if (kept?.marks === marks && kept.tables === board.tables) return kept.box;
  const box = unionOf(marks.map((mark) => markBox(mark, view)));
  keptBoxes.set(ids, { marks, tables: board.tables, box });
  return box;
}

const withTheirPictures = perList((ids, board): readonly MarkId[] => {
  const drawn = namedMarks(ids, board).filter((mark) => mark.kind === 'card' && mark.picture.length > 0);
  if (drawn.length === 0) return ids;
  const all = new Set(ids);
  for (const mark of drawn) if (mark.kind === 'card') for (const part of mark.picture) if (markOf(board, part)) all.add(part);
  return [...all];
});

/** Marks and the drawings of the cards among them: a card takes its drawing along. */
export function withPictures(ids: readonly MarkId[], view: SceneContext): readonly MarkId[] {
  return withTheirPictures(ids, view.board);
}

/** Whether a mark can be moved: an arrow that is held at both ends goes where those go, and nowhere else. */
export function isMovable(mark: Mark, view: SceneContext): boolean {
  const isLoose = (end: ConnectorEnd): boolean => end.mark === null || markOf(view.board, end.mark) === undefined;
  return mark.kind !== 'connector' || isLoose(mark.from) || isLoose(mark.to);
}

/** Marks with all that is picked together with them; what is locked or out of sight stays out of the hand. */
export function pickedWith(ids: readonly MarkId[], view: SceneContext, inside: GroupId | null): readonly MarkId[] {
  return withGroups(view.board, ids, inside).filter((id) => {
    const mark = markOf(view.board, id);
    return mark !== undefined && !isLocked(mark, view) && isVisible(mark, view);
  });
}

/** Picks marks by a click, a box or a lasso, and moves what is picked. Resizing and turning is done on the stage's handles. */
export function selectTool(context: ToolContext, name: 'select' | 'lasso'): Tool {
  let gesture: Gesture | null = null;
  let lastClick: { readonly id: MarkId; readonly atMs: number } | null = null;

  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };

  const picked = (ids: readonly MarkId[]): readonly MarkId[] => pickedWith(ids, context.view(), context.inside());

  const startDrag = (pressed: Extract<Gesture, { kind: 'pressed' }>): void => {
    const view = context.view();
    const all = withPictures(pressed.ids, view);
    const movable = namedMarks(all, view.board).filter((mark) => isMovable(mark, view));
    // The same list as before is one whose marks and box are known.
    const ids = pressed.copies || movable.length === all.length ? all : movable.map(({ id }) => id);
    const box = selectionBox(ids, view);
    if (!box) return;
    // What is copied stays where it is while its copy is carried away.
    const carried = pressed.copies ? { ...context, hide: () => undefined } : context;
    gesture = { kind: 'dragging', at: pressed.at, ids, picture: dragPicture(carried, ids, !pressed.copies), guides: moveGuides(context, box, ids), copies: pressed.copies };
  };

  /** How far the marks go: as far as the hand, save that guides draw edges together. Ctrl lets go of them, and so does Alt once the drag has begun. */
  const way = ({ at, guides, picture, copies }: Extract<Gesture, { kind: 'dragging' }>, pointer: ToolPointer): Point => {
    const to = newest(pointer);
    return picture.settled(guides.meant({ x: to.x - at.x, y: to.y - at.y }, pointer.mod || (pointer.alt && !copies)));
  };

  const drop = ({ ids, copies }: Extract<Gesture, { kind: 'dragging' }>, by: Point): void => {
    const view = context.view();
    const marks = namedMarks(ids, view.board);
    if (marks.length === 0 || (by.x === 0 && by.y === 0)) return;
    if (!copies) {
      context.do({ type: 'marks.transform', ids: marks.length === ids.length ? ids : marks.map(({ id }) => id), matrix: translation(by.x, by.y) });
      return;
    }
    const made = copyMarks(marks, { view, page: context.page(), by, newMarkId: context.newMarkId, newGroupId: context.newGroupId });
    if (!context.do({ type: 'marks.put', what: 'duplicate', marks: made })) return;
    if (made.length <= MOST_IN_HAND) for (const mark of made) context.keep(mark);
    context.enter(null);
    context.select(made.map(({ id }) => id));
  };

  /** A second click goes one group deeper; where there is none left it opens lettering for writing. */
  const click = ({ hit, ids }: Extract<Gesture, { kind: 'pressed' }>): void => {
    if (!hit) return;
    const atMs = context.nowMs();
    const twice = lastClick?.id === hit.id && atMs - lastClick.atMs < DOUBLE_CLICK_MS;
    lastClick = { id: hit.id, atMs };
    if (!twice) return;
    const group = groupOf(hit, context.inside());
    if (group !== null) {
      context.enter(group);
      context.select(picked([hit.id]));
    } else if (ids.length === 1 && (hit.kind === 'text' || hit.kind === 'card' || hit.kind === 'shape')) context.write({ mark: hit.id });
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
      const press = (ids: readonly MarkId[], goesAround = false): void => { gesture = { kind: 'pressed', at, ids, hit, copies: pointer.alt, goesAround }; };
      const inside = context.inside();
      if (hit && inside !== null && !isInside(hit, inside)) context.enter(null);
      if (hit && pointer.shift) {
        const unit = new Set(picked([hit.id]));
        const ids = selected.includes(hit.id) ? selected.filter((id) => !unit.has(id)) : [...new Set([...selected, ...unit])];
        context.select(ids);
        press(ids);
      } else if (hit && !selected.includes(hit.id)) {
        const ids = picked([hit.id]);
        context.select(ids);
        press(ids, name === 'lasso' && !pointer.alt);
      } else if (hit || (box && containsPoint(grow(box, context.units(4)), at) && selected.length > 0)) {
        press(selected);
      } else {
        const kept = pointer.shift ? selected : [];
        if (!pointer.shift) context.enter(null);
        context.select(kept);
        gesture = { kind: 'around', at, path: [at], kept };
      }
    },
    move(pointer) {
      const at = newest(pointer);
      if (gesture?.kind === 'pressed' && Math.hypot(at.x - gesture.at.x, at.y - gesture.at.y) > context.units(CLICK_PX)) {
        if (gesture.goesAround) {
          context.select([]);
          gesture = { kind: 'around', at: gesture.at, path: [gesture.at], kept: [] };
        } else startDrag(gesture);
      }
      if (gesture?.kind === 'dragging') {
        const by = way(gesture, pointer);
        gesture.picture.show(translation(by.x, by.y));
      }
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
        drop(gesture, way(gesture, pointer));
        gesture.guides.end();
        gesture.picture.end();
        context.hide([]);
      }
      if (gesture?.kind === 'around') {
        const around = name === 'lasso' ? boxAround(gesture.path) : boxBetween(gesture.at, at);
        if (Math.hypot(around.w, around.h) > context.units(CLICK_PX)) {
          const found = name === 'lasso' ? marksInLasso(view, context.page(), gesture.path, around) : marksInBox(view, context.page(), around);
          context.select(picked([...new Set([...gesture.kept, ...found])]));
        }
      }
      if (gesture?.kind !== 'dragging') context.overlay(null);
      gesture = null;
    },
    cancel() {
      if (gesture?.kind === 'dragging') {
        gesture.guides.end();
        gesture.picture.end();
      }
      gesture = null;
      context.hide([]);
      context.overlay(null);
    },
  };
}
