import type { Board } from '../../shared/board/board.ts';
import { runningStep } from '../../shared/board/runningOrder.ts';
import type { RoomClock, RoomState, RoomView } from '../../shared/contract/room.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { roomScreenAddress } from '../host/pageToken.ts';
import { shownBox } from '../stage/camera.ts';
import type { RoomChoice } from '../state/deskStore.ts';
import { always, type Action } from './action.ts';

/** The clock of the step that runs, when one does. */
function clockOf({ runningOrder }: Board): RoomClock | null {
  const step = runningOrder && runningStep(runningOrder);
  const running = runningOrder?.running;
  if (!step || !running) return null;
  const wholeMs = step.minutes * 60_000;
  return { title: step.title, endsMs: running.heldMs === null ? running.startedMs + wholeMs : null, leftMs: wholeMs - (running.heldMs ?? 0) };
}

/** What the room is to see, from the desk's choice and its round. */
export function roomViewOf({ store, desk, canvas }: DeskSession): RoomView {
  const { room, round, search } = desk.getState();
  // What somebody looks for on the desk is nothing of the room's: it keeps what it saw.
  const { page, camera } = search?.from ?? { page: desk.getState().page, camera: canvas.camera.get() };
  const { board } = store.get();
  const shown = round === null ? undefined : board.rounds[round];
  const scene: RoomView['scene'] =
    shown?.state === 'revealed' ? { kind: 'result', round: shown.id }
    : shown && (shown.state === 'open' || shown.state === 'closed') ? { kind: 'vote', round: shown.id, cast: shown.tally?.cast ?? desk.getState().turnout.cast, heads: shown.tally?.heads ?? desk.getState().turnout.heads }
    : { kind: 'board' };
  return { board: store.id, page, mode: room.mode, curtain: room.curtain, clock: room.clock ? clockOf(board) : null, deskView: shownBox(camera, canvas.windowPx()), scene };
}

const choose = (desk: DeskSession, part: Partial<RoomChoice>): void => desk.desk.setState((state) => ({ room: { ...state.room, ...part } }));

/** Takes up what an open room screen shows of this board, so that a desk that comes back after a crash changes nothing in the room. */
export function goOnInRoom({ store, desk }: DeskSession, { open, view }: RoomState): void {
  if (!open || view?.board !== store.id) return;
  const { page, mode, curtain, clock, scene } = view;
  desk.setState((state) => ({
    page: store.get().board.pages[page] ? page : state.page,
    room: { ...state.room, mode, curtain, clock: clock !== null },
    ...(scene.kind === 'board' ? {} : { round: scene.round }),
    ...(scene.kind === 'vote' ? { turnout: { cast: scene.cast, heads: scene.heads } } : {}),
  }));
}

/** Opens the room screen on the display that the settings name, or on the second one. */
export async function openRoom(desk: DeskSession): Promise<void> {
  const info = await desk.host.call('app.info', {});
  if (info.ok && info.value.shell === 'web') window.open(roomScreenAddress(location, sessionStorage), 'droomdoek-room', 'popup,width=1280,height=720');
  const result = await desk.host.call('room.open', { display: desk.settings.getState().roomDisplay, view: roomViewOf(desk) });
  if (!result.ok) desk.notices.tell(result.trouble);
}

/** The room screen, from the desk. */
export const roomActions: readonly Action[] = [
  { id: 'room.open', label: 'actions.room.open', shortcuts: [{ key: 'f5' }], enabled: always, run: (desk) => void openRoom(desk) },
  { id: 'room.close', label: 'actions.room.close', shortcuts: [{ key: 'f5', shift: true }], enabled: always, run: (desk) => void desk.host.call('room.close', {}) },
  {
    id: 'room.curtain', label: 'actions.room.curtain', shortcuts: [{ key: 'b' }], enabled: always,
    run: (desk) => choose(desk, { curtain: desk.desk.getState().room.curtain === 'open' ? 'black' : 'open' }),
  },
  {
    id: 'room.freeze', label: 'actions.room.freeze', shortcuts: [{ key: 'b', shift: true }], enabled: always,
    run: (desk) => choose(desk, { mode: desk.desk.getState().room.mode === 'frozen' ? 'whole' : 'frozen' }),
  },
  { id: 'room.follow', label: 'actions.room.follow', shortcuts: [], enabled: always, run: (desk) => choose(desk, { mode: 'follow' }) },
  { id: 'room.clock', label: 'actions.order.clock', shortcuts: [], enabled: always, run: (desk) => choose(desk, { clock: !desk.desk.getState().room.clock }) },
  { id: 'room.whole', label: 'actions.room.whole', shortcuts: [], enabled: always, run: (desk) => choose(desk, { mode: 'whole' }) },
];
