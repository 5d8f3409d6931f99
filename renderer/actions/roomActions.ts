import type { MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { marksOfKind } from '../../shared/board/marksByKind.ts';
import type { ShapeMark } from '../../shared/board/marks.ts';
import type { Round } from '../../shared/board/round.ts';
import { endOfStep, runningStep } from '../../shared/board/runningOrder.ts';
import { roomOf, type RoomClock, type RoomScene, type RoomView } from '../../shared/contract/room.ts';
import type { DeskState } from '../state/deskStore.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { roomScreenAddress } from '../host/pageToken.ts';
import { shownBox } from '../stage/camera.ts';
import type { RoomChoice } from '../state/deskStore.ts';
import { guideOf, layGuide } from './winnerGuide.ts';
import { always, onceEach, type Action } from './action.ts';

/** The clock of the step that runs, when one does. */
function clockOf({ runningOrder }: Board): RoomClock | null {
  const step = runningOrder && runningStep(runningOrder);
  const running = runningOrder?.running;
  if (!step || !running) return null;
  const wholeMs = step.minutes * 60_000;
  return { title: step.title, endsMs: endOfStep(runningOrder), leftMs: wholeMs - (running.heldMs ?? 0) };
}

/** The scene of a round: the vote while it runs and until it is revealed, then its result. */
function sceneOf(round: Round | undefined, { turnout, closesMs, door }: DeskState): RoomScene {
  if (round?.state === 'revealed') return { kind: 'result', round: round.id };
  if (round?.state !== 'open' && round?.state !== 'closed') return { kind: 'board' };
  const isOpen = round.state === 'open';
  const { cast, heads } = round.tally ?? turnout;
  return { kind: 'vote', round: round.id, cast, heads, closesMs: isOpen ? closesMs : null, door: isOpen && door.open && door.url !== null ? { url: door.url, joining: door.joining } : null };
}

/** What the room is to see, from the desk's choice and its round. */
export function roomViewOf({ store, desk, canvas }: DeskSession): RoomView {
  const { room, round, search } = desk.getState();
  // What somebody looks for on the desk is nothing of the room's: it keeps what it saw.
  const { page, camera } = search?.from ?? { page: desk.getState().page, camera: canvas.camera.get() };
  const { board } = store.get();
  const scene = desk.getState().film ?? sceneOf(round === null ? undefined : board.rounds[round], desk.getState());
  return { board: store.id, page, ...room, clock: room.clock ? clockOf(board) : null, deskView: shownBox(camera, canvas.windowPx()), scene };
}

/** Frames whose tops lie this close together stand beside each other, board units. */
const ROW_UNITS = 90;

const choose = (desk: DeskSession, part: Partial<RoomChoice>): void => desk.desk.setState((state) => ({ room: { ...state.room, ...part } }));

/** The mark that the room is shown next: what is selected, else the frame after the one that it sees, in reading order. */
export function nextFrame({ store, desk }: DeskSession): MarkId | null {
  const { selection, page, room } = desk.getState();
  const { board } = store.get();
  if (selection[0] !== undefined && selection[0] !== (room.mode === 'frame' ? room.frame : null)) return selection[0];
  const frames = framesOf(board, page);
  const at = room.mode === 'frame' ? frames.findIndex(({ id }) => id === room.frame) : -1;
  return frames[(at + 1) % Math.max(1, frames.length)]?.id ?? null;
}

/** The frames of a page from left to right and from above to below. */
export function framesOf(board: Board, page: PageId): readonly ShapeMark[] {
  const rows = ({ matrix }: ShapeMark): number => Math.round(matrix[5] / ROW_UNITS);
  return marksOfKind(board, 'shape').filter((mark) => mark.form === 'frame' && mark.page === page).sort((a, b) => rows(a) - rows(b) || a.matrix[4] - b.matrix[4]);
}

/** Opens the room screen on the display that the settings name, or on the second one; one that shows another board shows this one from now on. */
export async function openRoom(desk: DeskSession): Promise<void> {
  const [info, state] = await Promise.all([desk.host.call('app.info', {}), desk.host.call('room.state', {})]);
  // A tab cannot reach the window that another one opened, and a second one is of no use.
  const isOpen = state.ok && roomOf(desk.store.id, state.value) === 'elsewhere';
  if (info.ok && info.value.shell === 'web' && !isOpen) watchClosing(desk, window.open(roomScreenAddress(location, sessionStorage), 'droomdoek-room', 'popup,width=1280,height=720'));
  const result = await desk.host.call('room.open', { display: desk.settings.getState().roomDisplay, view: roomViewOf(desk) });
  if (!result.ok) desk.notices.tell(result.trouble);
}

const LOOK_MS = 1000;

/** A browser tells nobody that the room's window was closed; phones would go on waiting for what it shows. */
function watchClosing({ host }: DeskSession, room: Window | null): void {
  if (!room) return;
  const clock = window.setInterval(() => {
    if (!room.closed) return;
    window.clearInterval(clock);
    void host.call('room.close', {});
  }, LOOK_MS);
}

/** Shows the paper alone on the whole screen, or brings the tools back: for a projector that shows the same as the laptop. */
function present({ desk }: DeskSession): void {
  const presenting = !desk.getState().presenting;
  desk.setState({ presenting, panel: null });
  // A window that may not fill the screen shows the paper alone all the same.
  const filled = presenting ? document.documentElement.requestFullscreen() : document.fullscreenElement ? document.exitFullscreen() : Promise.resolve();
  filled.catch(() => undefined);
}

/** The room screen, from the desk. */
export const roomActions: readonly Action[] = onceEach([
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
  {
    id: 'room.title', label: 'actions.room.title', shortcuts: [{ key: 'b', alt: true }], enabled: always,
    run: (desk) => choose(desk, { curtain: desk.desk.getState().room.curtain === 'title' ? 'open' : 'title' }),
  },
  { id: 'room.present', label: 'actions.room.present', shortcuts: [{ key: 'f8' }], enabled: always, run: present },
  { id: 'room.guide', label: 'actions.room.guide', shortcuts: [], enabled: (desk) => guideOf(desk) !== null, run: layGuide },
  { id: 'room.follow', label: 'actions.room.follow', shortcuts: [], enabled: always, run: (desk) => choose(desk, { mode: 'follow' }) },
  { id: 'room.clock', label: 'actions.order.clock', shortcuts: [], enabled: always, run: (desk) => choose(desk, { clock: !desk.desk.getState().room.clock }) },
  { id: 'room.pen', label: 'actions.room.pen', shortcuts: [], enabled: always, run: (desk) => choose(desk, { mode: 'pen' }) },
  { id: 'room.frame', label: 'actions.room.frame', shortcuts: [{ key: 'f6' }], enabled: (desk) => nextFrame(desk) !== null, run: (desk) => choose(desk, { mode: 'frame', frame: nextFrame(desk) }) },
  { id: 'room.whole', label: 'actions.room.whole', shortcuts: [], enabled: always, run: (desk) => choose(desk, { mode: 'whole' }) },
]);
