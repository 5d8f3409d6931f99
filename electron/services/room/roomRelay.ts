import type { Events } from '../../../shared/contract/contract.ts';
import type { LiveMessage, RoomState, RoomView } from '../../../shared/contract/room.ts';
import type { WindowName } from '../windowCalls.ts';

/** Tells an event to the windows that it is for (`hearersOf`). */
export type Emit = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

/** What the room is shown, kept between the desk, which decides it, and the room screen, which obeys. */
export type RoomRelay = {
  readonly state: () => RoomState;
  /**
   * @param display name of the display that is filled, null for a plain window or while its display is gone
   * @param by the window that leads the room from now on
   */
  readonly opened: (display: string | null, view: RoomView, by: WindowName) => RoomState;
  readonly moved: (display: string | null) => void;
  readonly closed: () => RoomState;
  /** Of an open room screen only the window that leads it changes the board; another one that has the same board leads it then, as after it was loaded again. */
  readonly show: (view: RoomView, by: WindowName) => void;
  readonly live: (message: LiveMessage) => void;
};

/**
 * Passes on what the desk shows the room. The last view is remembered, so that a room screen that starts late
 * or again asks for it with `room.state`; live messages pass and are kept nowhere.
 */
export function createRoomRelay(emit: Emit): RoomRelay {
  let state: RoomState = { open: false, display: null, view: null };
  let leader: WindowName | null = null;
  const become = (next: RoomState): RoomState => {
    state = next;
    emit('room.state', state);
    return state;
  };
  return {
    state: () => state,
    opened: (display, view, by) => {
      leader = by;
      return become({ open: true, display, view });
    },
    moved: (display) => { if (state.open && state.display !== display) become({ ...state, display }); },
    closed: () => become({ ...state, open: false, display: null }),
    show: (view, by) => {
      // A second tab with another board, in which the next evening is prepared, is nothing that the room should see.
      if (state.open && by !== leader && view.board !== state.view?.board) return;
      leader = by;
      become({ ...state, view });
    },
    live: (message) => { emit('room.live', message); },
  };
}
