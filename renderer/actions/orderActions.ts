import { begun, heldOrGoneOn, nextStep, NO_ORDER, type RunningOrder, type Step } from '../../shared/board/runningOrder.ts';
import { markOf } from '../../shared/board/buckets.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { onceEach, type Action } from './action.ts';

/** The running order of the board, empty when nobody made one. */
export function orderOf({ store }: Pick<DeskSession, 'store'>): RunningOrder {
  return store.get().board.runningOrder ?? NO_ORDER;
}

/** Begins a step: its clock runs, desk and room turn to its page, and the room's camera to its frame. */
export function beginStep(session: DeskSession, step: Step): void {
  const { store, desk, context } = session;
  if (!store.do({ type: 'order.run', running: begun(step.id, context.nowMs()) })) return;
  const { board } = store.get();
  if (step.page === null || !board.pages[step.page]) return;
  desk.setState({ page: step.page });
  const frame = step.frame === null ? undefined : markOf(board, step.frame);
  const room = desk.getState().room;
  // A room that looks elsewhere on purpose (frozen, along with the pen) is left there.
  if (frame?.page === step.page) desk.setState({ room: { ...room, mode: 'frame', frame: frame.id } });
  else if (room.mode === 'frame') desk.setState({ room: { ...room, mode: 'whole' } });
}

/** Ends the last step: no clock runs any more. */
export function endOrder({ store }: DeskSession): void {
  store.do({ type: 'order.run', running: null });
}

/** The session's running order by key and palette; what is planned is changed in its panel. */
export const orderActions: readonly Action[] = onceEach([
  {
    id: 'order.next', label: 'actions.order.next', shortcuts: [{ key: 'pagedown', mod: true }], enabled: (desk) => nextStep(orderOf(desk)) !== null,
    run(desk) {
      const step = nextStep(orderOf(desk));
      if (step) beginStep(desk, step);
    },
  },
  {
    id: 'order.hold', label: 'actions.order.hold', shortcuts: [], enabled: (desk) => orderOf(desk).running !== null,
    run(desk) {
      const { running } = orderOf(desk);
      if (running) desk.store.do({ type: 'order.run', running: heldOrGoneOn(running, desk.context.nowMs()) });
    },
  },
]);
