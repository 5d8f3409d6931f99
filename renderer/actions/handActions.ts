import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { SHADOW_GREYS, TRAY_INKS, type InkColor } from '../../shared/board/palette.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { centreOf } from '../../shared/geometry/box.ts';
import { rotation, scaling, type Matrix } from '../../shared/geometry/matrix.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { ERASER_WIDTHS, PEN_WIDTHS, takeColor } from '../state/deskStore.ts';
import { nibColor } from '../tools/nib.ts';
import { isMovable, selectionBox, withPictures } from '../tools/selectTool.ts';
import { always, type Action } from './action.ts';

/** How much larger a selection becomes by one press of a key, and by how much it turns, radians. */
const LARGER = 1.1, TURN = Math.PI / 12;

const some = ({ desk }: DeskSession): boolean => desk.getState().selection.length > 0;

/** The entry so many places on in a list; what is not in the list counts as the entry before the first that is larger. */
function stepped(widths: readonly number[], value: number, by: 1 | -1): number {
  const at = by > 0 ? widths.find((width) => width > value + 1e-6) : [...widths].reverse().find((width) => width < value - 1e-6);
  return at ?? value;
}

/** A finer or bolder point: of the eraser, else of all that draws, and of what is selected. */
function changeWidth({ desk, store }: DeskSession, by: 1 | -1): void {
  const { tool, style, selection } = desk.getState();
  if (tool === 'eraser') return desk.setState({ style: { ...style, eraserUnits: stepped(ERASER_WIDTHS, style.eraserUnits, by) } });
  const widthUnits = stepped(PEN_WIDTHS, style.widthUnits, by);
  desk.setState({ style: { ...style, widthUnits } });
  if (selection.length > 0) store.do({ type: 'marks.restyle', ids: selection, style: { widthUnits } });
}

function setColor({ desk, store }: DeskSession, color: InkColor): void {
  const { selection } = desk.getState();
  takeColor(desk, color);
  if (selection.length > 0) store.do({ type: 'marks.restyle', ids: selection, style: { color } });
}

/** The next colour of what the tool draws with, in the order of the tray. */
function changeColor(session: DeskSession, by: 1 | -1): void {
  const { tool, style } = session.desk.getState();
  const inks: readonly InkColor[] = tool === 'shadow' ? SHADOW_GREYS : TRAY_INKS;
  const now = inks.indexOf(nibColor(tool === 'highlighter' || tool === 'shadow' ? tool : 'pen', style));
  const next = inks[now < 0 ? 0 : (now + by + inks.length) % inks.length];
  if (next) setColor(session, next);
}

/** Changes what is selected about its middle. */
function transform({ desk, store }: DeskSession, matrixAt: (middle: { readonly x: number; readonly y: number }) => Matrix): void {
  const view = store.get();
  const ids: readonly MarkId[] = withPictures(desk.getState().selection, view).filter((id) => { const mark = markOf(view.board, id); return mark !== undefined && isMovable(mark, view); });
  const box = selectionBox(ids, view);
  if (box) store.do({ type: 'marks.transform', ids, matrix: matrixAt(centreOf(box)) });
}

const toggle = (id: string, label: Action['label'], next: (settings: Settings) => Partial<Settings>): Action => ({
  id, label, shortcuts: [], enabled: always, run: ({ settings }) => settings.change(next(settings.getState())),
});

/** What the hand at a mouse or a pen does in the tray or by the handles, for the hand at the keys. */
export const handActions: readonly Action[] = [
  { id: 'hand.finer', label: 'handActions.finer', shortcuts: [{ key: '[' }, { key: '-' }], enabled: always, run: (desk) => changeWidth(desk, -1) },
  { id: 'hand.bolder', label: 'handActions.bolder', shortcuts: [{ key: ']' }, { key: '+' }, { key: '=' }], enabled: always, run: (desk) => changeWidth(desk, 1) },
  { id: 'hand.nextColour', label: 'handActions.nextColour', shortcuts: [{ key: 'i' }], enabled: always, run: (desk) => changeColor(desk, 1) },
  { id: 'hand.previousColour', label: 'handActions.previousColour', shortcuts: [{ key: 'i', shift: true }], enabled: always, run: (desk) => changeColor(desk, -1) },
  ...TRAY_INKS.map((ink): Action => ({ id: `hand.colour.${ink}`, label: `tray.colour.${ink}`, shortcuts: [], enabled: always, run: (desk) => setColor(desk, ink) })),
  { id: 'edit.larger', label: 'handActions.larger', shortcuts: [{ key: '>' }], enabled: some, run: (desk) => transform(desk, (middle) => scaling(LARGER, LARGER, middle)) },
  { id: 'edit.smaller', label: 'handActions.smaller', shortcuts: [{ key: '<' }], enabled: some, run: (desk) => transform(desk, (middle) => scaling(1 / LARGER, 1 / LARGER, middle)) },
  { id: 'edit.turnRight', label: 'handActions.turnRight', shortcuts: [{ key: '>', alt: true }], enabled: some, run: (desk) => transform(desk, (middle) => rotation(TURN, middle)) },
  { id: 'edit.turnLeft', label: 'handActions.turnLeft', shortcuts: [{ key: '<', alt: true }], enabled: some, run: (desk) => transform(desk, (middle) => rotation(-TURN, middle)) },
  toggle('hand.guides', 'handActions.guides', ({ guides }) => ({ guides: !guides })),
  toggle('hand.forms', 'handActions.forms', ({ holdForms }) => ({ holdForms: !holdForms })),
  toggle('hand.finger', 'handActions.finger', ({ fingerDraws }) => ({ fingerDraws: fingerDraws === 'always' ? 'never' : 'always' })),
];
