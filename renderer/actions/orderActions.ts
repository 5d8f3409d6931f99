import { begun, heldOrGoneOn, nextStep, NO_ORDER, type RunningOrder, type Step } from '../../shared/board/runningOrder.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import type { Action } from './action.ts';

/** The running order of the board, empty when nobody made one. */
export function orderOf({ store }: Pick<DeskSession, 'store'>): RunningOrder {
  return store.get().board.runningOrder ?? NO_ORDER;
}

/** Begins a step: its clock runs, and desk and room turn to its page. */
export function beginStep({ store, desk, context }: DeskSession, step: Step): void {
  if (!store.do({ type: 'order.run', running: begun(step.id, context.nowMs()) })) return;
  if (step.page !== null && store.get().board.pages[step.page]) desk.setState({ page: step.page });
}

/** Ends the last step: no clock runs any more. */
export function endOrder({ store }: DeskSession): void {
  store.do({ type: 'order.run', running: null });
}

/** The session's running order by key and palette; what is planned is changed in its panel. */
export const orderActions: readonly Action[] = [
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
];
