import { useSyncExternalStore } from 'react';
import type { BoardStore, BoardView } from '../state/boardStore.ts';

/** The board as it is now; the component is drawn again with every change. */
export function useBoard(store: BoardStore): BoardView {
  return useSyncExternalStore(store.subscribe, store.get);
}
