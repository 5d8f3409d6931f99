import type { GroupId } from '../../shared/base/ids.ts';
import { grouped, groupOf, ungrouped } from '../../shared/board/groups.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { alignBoxes, distributeBoxes, type Alignment, type Axis } from '../../shared/geometry/alignBoxes.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { hasUnits, movedUnits, unitsOf, type Unit } from '../../shared/scene/units.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { namedMarks } from '../state/namedMarks.ts';
import { newId } from '../state/newId.ts';
import { withPictures } from '../tools/selectTool.ts';
import type { Action, Shortcut } from './action.ts';

/** What is chosen, with the drawings of words in it. */
const marksSelected = (desk: DeskSession): readonly Mark[] => {
  const { board } = desk.store.get();
  return namedMarks(withPictures(desk.desk.getState().selection, desk.store.get()), board);
};

const unitsSelected = (desk: DeskSession): readonly Unit[] => unitsOf(desk.store.get(), marksSelected(desk), desk.desk.getState().inside);

/** Asked for every one of these actions whenever the bar beside the selection is drawn. */
const hasSelected = (least: number) => (desk: DeskSession): boolean => {
  const { selection, inside } = desk.desk.getState();
  return selection.length > 1 && hasUnits(desk.store.get(), marksSelected(desk), inside, least);
};

function move(desk: DeskSession, movesOf: (boxes: readonly Box[]) => readonly Point[]): void {
  const units = unitsSelected(desk);
  const places = movedUnits(desk.store.get(), units, movesOf(units.map(({ box }) => box)));
  if (places.length > 0) desk.store.do({ type: 'marks.place', places });
}

const align = (to: Alignment, key: Shortcut[]): Action => ({
  id: `align.${to}`, label: `actions.align.${to}`, shortcuts: key, enabled: hasSelected(2), run: (desk) => move(desk, (boxes) => alignBoxes(boxes, to)),
});

const distribute = (along: Axis, key: string): Action => ({
  id: `distribute.${along}`, label: `actions.distribute.${along}`, shortcuts: [{ key, alt: true }], enabled: hasSelected(3), run: (desk) => move(desk, (boxes) => distributeBoxes(boxes, along)),
});

/** Whether there is a group to take apart in what is chosen. */
function hasGroup(desk: DeskSession): boolean {
  const { selection, inside } = desk.desk.getState();
  return namedMarks(selection, desk.store.get().board).some((mark) => groupOf(mark, inside) !== null);
}

/** Lining up what is chosen, and holding it together. Every one is one step. */
export const arrangeActions: readonly Action[] = [
  align('left', [{ key: 'arrowleft', mod: true, shift: true }]),
  align('centre', []),
  align('right', [{ key: 'arrowright', mod: true, shift: true }]),
  align('top', [{ key: 'arrowup', mod: true, shift: true }]),
  align('middle', []),
  align('bottom', [{ key: 'arrowdown', mod: true, shift: true }]),
  distribute('horizontal', 'h'),
  distribute('vertical', 'v'),
  {
    id: 'group.make', label: 'actions.group.make', shortcuts: [{ key: 'g', mod: true }], enabled: hasSelected(2),
    run(desk) {
      const { selection, inside } = desk.desk.getState();
      desk.store.do({ type: 'marks.group', groups: grouped(desk.store.get().board, selection, inside, newId<GroupId>()) });
    },
  },
  {
    id: 'group.undo', label: 'actions.group.undo', shortcuts: [{ key: 'g', mod: true, shift: true }], enabled: hasGroup,
    run(desk) {
      const { selection, inside } = desk.desk.getState();
      desk.store.do({ type: 'marks.group', groups: ungrouped(desk.store.get().board, selection, inside) });
    },
  },
];
