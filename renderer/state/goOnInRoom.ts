import type { RoomState } from '../../shared/contract/room.ts';
import type { BoardStore } from './boardStore.ts';
import type { DeskStore } from './deskStore.ts';

/** Takes up what an open room screen shows of this board, so that a desk that comes back after a crash changes nothing in the room. */
export function goOnInRoom({ store, desk }: { readonly store: Pick<BoardStore, 'id' | 'get'>; readonly desk: DeskStore }, { open, view }: RoomState): void {
  if (!open || view?.board !== store.id) return;
  const { page, mode, curtain, frame, clock, scene } = view;
  desk.setState((state) => ({
    page: store.get().board.pages[page] ? page : state.page,
    room: { mode, curtain, frame, clock: clock !== null },
    ...(scene.kind === 'vote' || scene.kind === 'result' ? { round: scene.round } : {}),
    ...(scene.kind === 'vote' ? { turnout: { cast: scene.cast, heads: scene.heads }, closesMs: scene.closesMs } : {}),
  }));
}
