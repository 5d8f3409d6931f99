import { useStore } from 'zustand';
import type { PageId, StepId } from '../../../shared/base/ids.ts';
import { pagesOf, type Page } from '../../../shared/board/board.ts';
import { NO_ORDER, type Step } from '../../../shared/board/runningOrder.ts';
import { framesOf } from '../../actions/roomActions.ts';
import { beginStep, endOrder } from '../../actions/orderActions.ts';
import { actionNamed } from '../../actions/list.ts';
import { OrderPanel } from '../../panels/order/OrderPanel.tsx';
import { newId } from '../../state/newId.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** How long a new step takes until somebody says otherwise. */
const FIRST_MINUTES = 20;

const stepOf = (title: string, page: PageId | null): Step => ({ id: newId<StepId>(), title, minutes: FIRST_MINUTES, page, frame: null, reminders: [] });

/** Wires the running order: steps are the board's, the clock's place is the room's. */
export function DeskOrder({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { t } = useWords();
  const { board } = useBoard(desk.store);
  const room = useStore(desk.desk, (state) => state.room);
  const order = board.runningOrder ?? NO_ORDER;
  const pages = pagesOf(board);
  const nameOf = ({ title }: Page, i: number): string => (title === '' ? t('desk.page', { number: i + 1 }) : title);
  const put = (steps: readonly Step[]): void => void desk.store.do({ type: 'order.set', steps });
  return (
    <OrderPanel
      order={order}
      pages={pages.map((page, i) => ({ id: page.id, name: nameOf(page, i), frames: framesOf(board, page.id).flatMap(({ id, text }) => (text.trim() === '' ? [] : [{ id, name: text }])) }))}
      clockInRoom={room.clock}
      onClockInRoom={(clock) => desk.desk.setState({ room: { ...room, clock } })}
      onSteps={put}
      onFromPages={() => put(pages.map((page, i) => stepOf(page.step || nameOf(page, i), page.id)))}
      onAdd={() => put([...order.steps, stepOf(t('order.stepNew', { number: order.steps.length + 1 }), null)])}
      onBegin={(step) => beginStep(desk, step)}
      onHold={() => actionNamed('order.hold')?.run(desk)}
      onEnd={() => endOrder(desk)}
      onDismiss={onDismiss}
    />
  );
}
