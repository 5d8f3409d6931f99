import type { Hand } from '../../shared/board/lettering.ts';
import { markOf } from '../../shared/board/buckets.ts';
import type { ShapeMark } from '../../shared/board/marks.ts';
import { pulledTail, tailOnPage } from '../../shared/scene/pulledTail.ts';
import { changeLettering, letteredMarks, switchList } from '../screens/board/letteringChoice.ts';
import { looksOf } from '../screens/board/writingDraft.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { afterHand, always, type Action } from './action.ts';

/** The one chosen mark that can be written in. */
function writable(desk: DeskSession): ReturnType<typeof markOf> {
  const { selection, writing } = desk.desk.getState();
  const [id] = selection;
  const mark = selection.length === 1 && id !== undefined && !writing ? markOf(desk.store.get().board, id) : undefined;
  return mark && (mark.kind === 'text' || mark.kind === 'card' || (mark.kind === 'shape' && mark.form !== 'line')) ? mark : undefined;
}

function write(desk: DeskSession): void {
  desk.context.afterwork.finish();
  const mark = writable(desk);
  if (mark) desk.context.write({ mark: mark.id });
}

/** The one chosen bubble. */
function bubble(desk: DeskSession): ShapeMark | undefined {
  const mark = writable(desk);
  return mark?.kind === 'shape' && tailOnPage(mark) !== null ? mark : undefined;
}

/** How far a key pulls the tail of a bubble, board units. */
const TAIL_UNITS = 10;

const tails = ([['left', -1, 0], ['right', 1, 0], ['up', 0, -1], ['down', 0, 1]] as const).map(([name, x, y]): Action => ({
  id: `bubble.tail.${name}`, label: `actions.bubble.${name}`, shortcuts: [{ key: `arrow${name}`, alt: true }], enabled: (desk) => bubble(desk) !== undefined,
  run(desk) {
    const shape = bubble(desk);
    const at = shape && tailOnPage(shape);
    if (shape && at) desk.store.do({ type: 'marks.put', what: 'edit', marks: [pulledTail(shape, { x: at.x + x * TAIL_UNITS, y: at.y + y * TAIL_UNITS })] });
  },
}));

const HANDS = ['kop', 'hand', 'marker'] as const satisfies readonly Hand[];

/** What changes the looks of what is chosen: its hand, capitals, lists, and the tail of a bubble. */
const lookActions: readonly Action[] = [
  ...HANDS.map((hand): Action => ({ id: `lettering.${hand}`, label: `actions.lettering.${hand}`, shortcuts: [], enabled: always, run: (desk) => changeLettering(desk, { hand }) })),
  {
    id: 'lettering.caps', label: 'actions.lettering.caps', shortcuts: [], enabled: always,
    run(desk) {
      const [first] = letteredMarks(desk);
      const { tool, style, writingLooks } = desk.desk.getState();
      const looks = writingLooks ?? (tool === 'text' || !first ? style.lettering : looksOf(first));
      changeLettering(desk, { caps: !looks.caps });
    },
  },
  { id: 'lettering.bullets', label: 'actions.lettering.bullets', shortcuts: [{ key: '.', mod: true }], enabled: always, run: (desk) => switchList(desk, 'dash') },
  { id: 'lettering.numbers', label: 'actions.lettering.numbers', shortcuts: [{ key: ';', mod: true }], enabled: always, run: (desk) => switchList(desk, 'number') },
  ...tails,
];

/** What is done to lettering: writing in what is chosen, its hand, capitals, and the tail of a bubble. */
export const letteringActions: readonly Action[] = [
  {
    id: 'lettering.write', label: 'actions.lettering.write', shortcuts: [{ key: 'f2' }], enabled: (desk) => writable(desk) !== undefined,
    run: write,
  },
  {
    // Enter goes on with what is in hand: a chosen form or lettering, else the next word of the room.
    id: 'lettering.enter', label: 'actions.lettering.enter', shortcuts: [{ key: 'enter' }], enabled: always,
    run: (desk) => { if (writable(desk)) write(desk); else desk.focusCatcher(); },
  },
  ...afterHand(lookActions),
];
