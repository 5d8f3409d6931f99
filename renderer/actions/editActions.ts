import type { MarkId } from '../../shared/base/ids.ts';
import { markOf, marksOnPage } from '../../shared/board/buckets.ts';
import { membersOf } from '../../shared/board/groups.ts';
import type { Arrangement } from '../../shared/board/commands.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { isLocked, isVisible } from '../../shared/scene/hitTest.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { takeTool } from '../state/deskStore.ts';
import { orderAbove, orderBelow } from '../state/orders.ts';
import { copyMarks } from '../tools/copyMarks.ts';
import { isMovable, pickedWith, withPictures } from '../tools/selectTool.ts';
import { generateNKeysBetween } from 'fractional-indexing';
import { always, type Action } from './action.ts';

/** How far a copy lies from what it was made of, board units. */
const COPY_OFFSET = 24;
/** How far an arrow key moves a selection, board units; with shift ten times. */
const NUDGE_UNITS = 1;

const selected = ({ desk }: DeskSession): readonly MarkId[] => desk.getState().selection;
const some = (desk: DeskSession): boolean => selected(desk).length > 0;
const marksSelected = (desk: DeskSession): readonly Mark[] => selected(desk).flatMap((id) => {
  const mark = markOf(desk.store.get().board, id);
  return mark ? [mark] : [];
});

/** Copies of marks on the page in view, `offset` board units to the lower right of where they were. */
export function copiesOf(marks: readonly Mark[], desk: DeskSession, offset: number): readonly Mark[] {
  return copyMarks(marks, { view: desk.store.get(), page: desk.desk.getState().page, by: { x: offset, y: offset }, newMarkId: desk.context.newMarkId, newGroupId: desk.context.newGroupId });
}

function duplicate(desk: DeskSession): void {
  const view = desk.store.get();
  const marks = withPictures(selected(desk), view).flatMap((id) => markOf(view.board, id) ?? []);
  const copies = copiesOf(marks, desk, COPY_OFFSET);
  if (desk.store.do({ type: 'marks.put', what: 'duplicate', marks: copies })) desk.desk.setState({ selection: copies.map(({ id }) => id), inside: null });
}

function arrange(desk: DeskSession, to: (mark: Mark, i: number) => Arrangement): void {
  desk.store.do({ type: 'marks.arrange', arrangements: Object.fromEntries(marksSelected(desk).map((mark, i) => [mark.id, to(mark, i)])) });
}

function order(desk: DeskSession, up: boolean): void {
  const { board } = desk.store.get();
  const { page } = desk.desk.getState();
  const count = selected(desk).length;
  const keys = up ? generateNKeysBetween(orderAbove(board, page), null, count) : generateNKeysBetween(null, orderBelow(board, page), count);
  const inOrder = marksOnPage(board, page).filter(({ id }) => selected(desk).includes(id));
  desk.store.do({ type: 'marks.arrange', arrangements: Object.fromEntries(inOrder.map(({ id }, i) => [id, { order: keys[i] as string }])) });
}

function nudge(x: number, y: number): Action['run'] {
  return (desk) => {
    const view = desk.store.get();
    const ids = withPictures(selected(desk), view).filter((id) => { const mark = markOf(view.board, id); return mark && isMovable(mark, view); });
    if (ids.length > 0) desk.store.do({ type: 'marks.transform', ids, matrix: translation(x, y) });
  };
}

const nudges: readonly Action[] = ([['left', -1, 0], ['right', 1, 0], ['up', 0, -1], ['down', 0, 1]] as const).flatMap(([name, x, y]) => [1, 10].map((times): Action => ({
  id: `edit.nudge.${name}.${times}`, label: 'tools.hand', shortcuts: [{ key: `arrow${name}`, shift: times === 10 }], enabled: some,
  run: nudge(x * NUDGE_UNITS * times, y * NUDGE_UNITS * times),
})));

/** What is done to the marks as they are. */
export const editActions: readonly Action[] = [
  { id: 'edit.undo', label: 'actions.edit.undo', shortcuts: [{ key: 'z', mod: true }], enabled: (desk) => desk.store.get().history.undo !== null || !desk.context.afterwork.isDone(), run: (desk) => desk.store.undo() },
  { id: 'edit.redo', label: 'actions.edit.redo', shortcuts: [{ key: 'z', mod: true, shift: true }, { key: 'y', mod: true }], enabled: (desk) => desk.store.get().history.redo !== null, run: (desk) => desk.store.redo() },
  { id: 'edit.duplicate', label: 'actions.edit.duplicate', shortcuts: [{ key: 'd', mod: true }], enabled: some, run: duplicate },
  {
    id: 'edit.selectAll', label: 'actions.edit.selectAll', shortcuts: [{ key: 'a', mod: true }], enabled: always,
    run(desk) {
      const view = desk.store.get();
      if (desk.desk.getState().tool !== 'select') takeTool(desk.desk, 'select');
      desk.desk.setState({ inside: null, selection: marksOnPage(view.board, desk.desk.getState().page).filter((mark) => !isLocked(mark, view) && isVisible(mark, view)).map(({ id }) => id) });
    },
  },
  {
    // Esc goes out of what is nearest: first what is chosen, then what is open beside the board, wherever the focus is.
    id: 'edit.selectNone', label: 'actions.edit.selectNone', shortcuts: [{ key: 'escape' }], enabled: (desk) => some(desk) || desk.desk.getState().inside !== null || desk.desk.getState().panel !== null,
    run(desk) {
      const { selection, inside } = desk.desk.getState();
      if (inside !== null) leaveGroup(desk);
      else desk.desk.setState(selection.length > 0 ? { selection: [] } : { panel: null });
    },
  },
  {
    id: 'edit.delete', label: 'actions.edit.delete', shortcuts: [{ key: 'delete' }, { key: 'backspace' }], enabled: some,
    run(desk) {
      if (desk.store.do({ type: 'marks.remove', ids: selected(desk) })) desk.desk.setState({ selection: [] });
    },
  },
  { id: 'edit.lock', label: 'actions.edit.lock', shortcuts: [{ key: 'l', mod: true }], enabled: (desk) => marksSelected(desk).some(({ layer }) => layer === 'harvest'), run: (desk) => { arrange(desk, () => ({ locked: true })); desk.desk.setState({ selection: [] }); } },
  { id: 'edit.unlock', label: 'actions.edit.unlock', shortcuts: [{ key: 'l', mod: true, shift: true }], enabled: always, run: unlockPage },
  { id: 'edit.toFront', label: 'actions.edit.toFront', shortcuts: [{ key: ']', mod: true }], enabled: some, run: (desk) => order(desk, true) },
  { id: 'edit.toBack', label: 'actions.edit.toBack', shortcuts: [{ key: '[', mod: true }], enabled: some, run: (desk) => order(desk, false) },
  ...nudges,
];

/** Goes out of the group one is in; what was chosen in it is then chosen with the whole of it. */
export function leaveGroup(desk: DeskSession): void {
  const { selection, inside } = desk.desk.getState();
  if (inside === null) return;
  const { board } = desk.store.get();
  const member = membersOf(board, inside)[0];
  const groups = (member === undefined ? undefined : markOf(board, member)?.groups) ?? [];
  const outer = groups[groups.indexOf(inside) - 1] ?? null;
  desk.desk.setState({ inside: outer, selection: pickedWith(selection, desk.store.get(), outer) });
}

/** Locked marks cannot be selected, so unlocking is for the whole page. The prepared layer keeps its own lock. */
function unlockPage(desk: DeskSession): void {
  const { board } = desk.store.get();
  const locked = marksOnPage(board, desk.desk.getState().page).filter((mark) => mark.locked && mark.layer === 'harvest');
  if (locked.length > 0) desk.store.do({ type: 'marks.arrange', arrangements: Object.fromEntries(locked.map(({ id }) => [id, { locked: false }])) });
}
