import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import { roomOf } from '../../../shared/contract/room.ts';
import { lastEnded } from '../../../shared/voting/lastEnded.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import type { DeskStore } from '../../state/deskStore.ts';

/** Where no screen shows the room a result, people hear it from the facilitator, who looks at the desk: phones follow after this, ms. */
const ALOUD_MS = 5000;
/** A result as it is told; a tie that lots decide is told twice. Empty for none. */
const keyOf = (round: Round | null): string => (round ? `${round.id} ${round.lots?.drawn ?? ''}` : '');

/** What phones show or wait for: the last round, once it is revealed. */
function revealedOf(board: Board): Round | null {
  const last = lastEnded(board);
  return last?.state === 'revealed' ? last : null;
}

/** What it takes of a desk. */
export type TellingParts = { readonly host: Pick<Host, 'call' | 'on'>; readonly store: Pick<BoardStore, 'id' | 'get' | 'subscribe'>; readonly desk: DeskStore };

/**
 * Lets phones show a result that no room screen will tell: there is none for this board, so that what the desk reveals is
 * what the room gets, or the desk went on to something else. As long as the room screen (or this window, when it is the room's picture)
 * has the result before it or a curtain is closed, that one says when it was seen. A result that was there before this
 * desk, after a crash for instance, may have been seen by nobody: no clock tells it, and `untold` says so until the room
 * has seen it or somebody says that it has. The returned function stops it.
 */
export function tellPhones({ host, store, desk }: TellingParts): () => void {
  let rounds: Board['rounds'] | null = null;
  let last: Round | null = null;
  let isRoomOurs = false;
  /** What was revealed before this desk, for as long as that is the last. */
  let atStart = keyOf(revealedOf(store.get().board));
  let waiting = '';
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isForRoom = ({ id }: Round): boolean => {
    const { presenting, round, room } = desk.getState();
    return (isRoomOurs || presenting) && (round === id || room.curtain !== 'open');
  };
  const look = (): void => {
    const { board } = store.get();
    if (board.rounds !== rounds) last = revealedOf(board);
    rounds = board.rounds;
    const key = keyOf(last);
    if (key !== atStart) atStart = '';
    const { untold } = desk.getState();
    if (untold !== null && last?.id !== untold) desk.setState({ untold: null });
    const next = last && key !== told && key !== atStart && !isForRoom(last) ? key : '';
    if (next === waiting) return;
    clearTimeout(timer);
    waiting = next;
    if (last && next !== '') timer = setTimeout(tell, ALOUD_MS, last);
  };
  const tell = ({ id, lots }: Round): void => {
    told = waiting;
    waiting = '';
    void host.call('rounds.told', { board: store.id, round: id, drawn: lots?.drawn ?? null });
  };
  const stops = [
    host.on('rounds.told', ({ board, round }) => { if (board === store.id && desk.getState().untold === round) desk.setState({ untold: null }); }),
    store.subscribe(look),
    desk.subscribe(look),
    host.on('room.state', (state) => {
      isRoomOurs = roomOf(store.id, state) === 'here';
      look();
    }),
  ];
  void host.call('room.state', {}).then((state) => {
    if (state.ok) isRoomOurs = roomOf(store.id, state.value) === 'here';
    look();
  });
  let gone = false;
  void host.call('rounds.untold', { board: store.id }).then((untold) => { if (untold.ok && !gone) desk.setState({ untold: untold.value.round }); });
  return () => {
    gone = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
