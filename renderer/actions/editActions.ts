import type { MarkId } from '../../shared/base/ids.ts';
import { comparePaintOrder, markOf, marksOnPage } from '../../shared/board/buckets.ts';
import type { Arrangement } from '../../shared/board/commands.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { compose, tidy, translation } from '../../shared/geometry/matrix.ts';
import { isLocked, isVisible } from '../../shared/scene/hitTest.ts';
import { curveOf } from '../../shared/scene/markNode.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { takeTool } from '../state/deskStore.ts';
import { newId } from '../state/newId.ts';
import { orderAbove, orderBelow } from '../state/orders.ts';
import { isMovable, withPictures } from '../tools/selectTool.ts';
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

/** Copies of marks under new ids, their links to each other and their order kept, above everything else. */
export function copiesOf(marks: readonly Mark[], desk: DeskSession, offset: number): readonly Mark[] {
  const view = desk.store.get();
  const { board } = view;
  const { page } = desk.desk.getState();
  const ids = new Map(marks.map(({ id }) => [id, newId<MarkId>()]));
  const orders = generateNKeysBetween(orderAbove(board, page), null, marks.length);
  const copied = (list: readonly MarkId[]): readonly MarkId[] => list.flatMap((id) => ids.get(id) ?? []);
  return [...marks].sort(comparePaintOrder).map((mark, i): Mark => {
    const copy = { ...mark, id: ids.get(mark.id) as MarkId, page, layer: 'harvest' as const, locked: false, order: orders[i] as string, matrix: tidy(compose(translation(offset, offset), mark.matrix)) };
    if (copy.kind === 'card') return { ...copy, picture: copied(copy.picture), merged: copy.merged.map((part) => ({ ...part, picture: copied(part.picture) })) };
    if (copy.kind !== 'connector') return copy;
    // An end whose mark is not copied along stays where it is seen to be.
    const { from, to } = curveOf(mark as typeof copy, view);
    const end = (side: typeof copy.from, at: typeof from) => ({ mark: side.mark === null ? null : (ids.get(side.mark) ?? null), at });
    return { ...copy, from: end(copy.from, from), to: end(copy.to, to), matrix: translation(offset, offset) };
  });
}

function duplicate(desk: DeskSession): void {
  const view = desk.store.get();
  const marks = withPictures(selected(desk), view).flatMap((id) => markOf(view.board, id) ?? []);
  const copies = copiesOf(marks, desk, COPY_OFFSET);
  if (desk.store.do({ type: 'marks.put', what: 'duplicate', marks: copies })) desk.desk.setState({ selection: copies.map(({ id }) => id) });
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

/** What is done to marks that are there already. */
export const editActions: readonly Action[] = [
  { id: 'edit.undo', label: 'actions.edit.undo', shortcuts: [{ key: 'z', mod: true }], enabled: (desk) => desk.store.get().history.undo !== null, run: (desk) => desk.store.undo() },
  { id: 'edit.redo', label: 'actions.edit.redo', shortcuts: [{ key: 'z', mod: true, shift: true }, { key: 'y', mod: true }], enabled: (desk) => desk.store.get().history.redo !== null, run: (desk) => desk.store.redo() },
  { id: 'edit.duplicate', label: 'actions.edit.duplicate', shortcuts: [{ key: 'd', mod: true }], enabled: some, run: duplicate },
  {
    id: 'edit.selectAll', label: 'actions.edit.selectAll', shortcuts: [{ key: 'a', mod: true }], enabled: always,
    run(desk) {
      const view = desk.store.get();
      if (desk.desk.getState().tool !== 'select') takeTool(desk.desk, 'select');
      desk.desk.setState({ selection: marksOnPage(view.board, desk.desk.getState().page).filter((mark) => !isLocked(mark, view) && isVisible(mark, view)).map(({ id }) => id) });
    },
  },
  {
    // Esc goes out of what is nearest: first what is chosen, then what is open beside the board, wherever the focus is.
    id: 'edit.selectNone', label: 'actions.edit.selectNone', shortcuts: [{ key: 'escape' }], enabled: (desk) => some(desk) || desk.desk.getState().panel !== null,
    run: (desk) => desk.desk.setState(({ selection }) => (selection.length > 0 ? { selection: [] } : { panel: null })),
  },
  {
    id: 'edit.delete', label: 'actions.edit.delete', shortcuts: [{ key: 'delete' }, { key: 'backspace' }], enabled: some,
    run(desk) {
      if (desk.store.do({ type: 'marks.remove', ids: selected(desk) })) desk.desk.setState({ selection: [] });
    },
  },
  { id: 'edit.lock', label: 'actions.edit.lock', shortcuts: [{ key: 'l', mod: true }], enabled: some, run: (desk) => { arrange(desk, () => ({ locked: true })); desk.desk.setState({ selection: [] }); } },
  { id: 'edit.unlock', label: 'actions.edit.unlock', shortcuts: [{ key: 'l', mod: true, shift: true }], enabled: always, run: unlockPage },
  { id: 'edit.toFront', label: 'actions.edit.toFront', shortcuts: [{ key: ']', mod: true }], enabled: some, run: (desk) => order(desk, true) },
  { id: 'edit.toBack', label: 'actions.edit.toBack', shortcuts: [{ key: '[', mod: true }], enabled: some, run: (desk) => order(desk, false) },
  ...nudges,
];

/** Locked marks cannot be selected, so unlocking is for the whole page. The prepared layer keeps its own lock. */
function unlockPage(desk: DeskSession): void {
  const { board } = desk.store.get();
  const locked = marksOnPage(board, desk.desk.getState().page).filter((mark) => mark.locked && mark.layer === 'harvest');
  if (locked.length > 0) desk.store.do({ type: 'marks.arrange', arrangements: Object.fromEntries(locked.map(({ id }) => [id, { locked: false }])) });
}
