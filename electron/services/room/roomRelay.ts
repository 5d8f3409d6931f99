import type { Events } from '../../../shared/contract/contract.ts';
import type { LiveMessage, RoomState, RoomView } from '../../../shared/contract/room.ts';

/** Tells an event to the windows that it is for (`hearersOf`). */
export type Emit = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

/** What the room is shown, kept between the desk, which decides it, and the room screen, which obeys. */
export type RoomRelay = {
  readonly state: () => RoomState;
  /** @param display name of the display that is filled, null for a plain window or while its display is gone */
  readonly opened: (display: string | null, view: RoomView) => RoomState;
  readonly moved: (display: string | null) => void;
  readonly closed: () => RoomState;
  readonly show: (view: RoomView) => void;
  readonly live: (message: LiveMessage) => void;
};

/**
 * Passes on what the desk shows the room. The last view is remembered, so that a room screen that starts late
 * or again asks for it with `room.state`; live messages pass and are kept nowhere.
 */
export function createRoomRelay(emit: Emit): RoomRelay {
  let state: RoomState = { open: false, display: null, view: null };
  const become = (next: RoomState): RoomState => {
    state = next;
    emit('room.state', state);
    return state;
  };
  return {
    state: () => state,
    opened: (display, view) => become({ open: true, display, view }),
    moved: (display) => { if (state.open && state.display !== display) become({ ...state, display }); },
    closed: () => become({ ...state, open: false, display: null }),
    show: (view) => { become({ ...state, view }); },
    live: (message) => { emit('room.live', message); },
  };
}
