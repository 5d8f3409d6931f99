import { useEffect, useState } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import { useBoard } from '../useStored.ts';
import type { WindowStart } from '../windowStart.ts';
import { createBoardStore, type BoardStore } from '../../state/boardStore.ts';
import { newOpId } from '../../state/newId.ts';
import { RoomBoard } from './RoomBoard.tsx';
import { RoomClock } from './RoomClock.tsx';
import { later } from '../later.tsx';
import { RoomCurtain } from './RoomCurtain.tsx';
import styles from './RoomScreen.module.css';

const RoomFilm = later(async () => (await import('./RoomFilm.tsx')).RoomFilm);

/** Opens the board that the desk shows, for reading only. */
function useRoomBoard({ host }: WindowStart, board: BoardId | null): BoardStore | null {
  const [store, setStore] = useState<BoardStore | null>(null);
  useEffect(() => {
    if (board === null) return undefined;
    let made: BoardStore | null = null;
    let gone = false;
    void host.call('boards.open', { board }).then((opened) => {
      if (!opened.ok || gone) return;
      made = createBoardStore({ host, opened: opened.value, newOpId, onTrouble: () => undefined });
      setStore(made);
    });
    const stop = host.onLine((line) => { if (line === 'reconnected') void made?.rejoin(); });
    return () => {
      gone = true;
      stop();
      made?.close();
      setStore(null);
    };
  }, [host, board]);
  return store;
}

/** The curtain with the board as it is now: a round may close behind it. */
function Curtain({ store, view: { curtain, scene } }: { readonly store: BoardStore; readonly view: RoomView }) {
  const { board } = useBoard(store);
  const isOpen = scene.kind === 'vote' && board.rounds[scene.round]?.state === 'open';
  return <RoomCurtain curtain={curtain} title={board.title} scene={scene} isOpen={isOpen} locale={board.locale} />;
}

/** What the room sees: paper and nothing else. It obeys the desk and has no controls of its own. */
export function RoomScreen(start: WindowStart) {
  const { host, measure } = start;
  const [view, setView] = useState<RoomView | null>(null);
  useEffect(() => {
    const stop = host.on('room.state', (state) => { if (state.view) setView(state.view); });
    void host.call('room.state', {}).then((state) => { if (state.ok && state.value.view) setView(state.value.view); });
    return stop;
  }, [host]);
  const store = useRoomBoard(start, view?.board ?? null);
  return (
    <main className={styles['room']}>
      {store && view && <RoomBoard host={host} store={store} measure={measure} view={view} />}
      {view && store && view.scene.kind === 'playback' && <RoomFilm host={host} store={store} scene={view.scene} />}
      {view?.clock && store && view.scene.kind === 'board' && <RoomClock clock={view.clock} locale={store.get().board.locale} />}
      {view && store && <Curtain store={store} view={view} />}
    </main>
  );
}
