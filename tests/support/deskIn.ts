import type { BoardId } from '../../shared/base/ids.ts';
import { FileKeeper, KEEPER_PAUSES } from '../../electron/services/boardFile/fileKeeper.ts';
import { BoardDesk } from '../../electron/services/boards/boardDesk.ts';
import { BoardStore } from '../../electron/services/boards/boardStore.ts';

/** The boards of a data folder with all that belongs to open ones, as the services put them together, without calls or phones. */
export type DeskIn = { readonly store: BoardStore; readonly desk: BoardDesk; readonly close: (board: BoardId) => Promise<void> };

/** Puts them together on a data folder. */
export function deskIn(dataFolder: string): DeskIn {
  const nothing = (): void => undefined;
  const store = new BoardStore({ dataFolder, pid: process.pid, now: Date.now, listener: { changed: nothing, saved: nothing, failed: nothing } });
  const keeper = new FileKeeper({ store, app: 'test', now: Date.now, secondCopyFolder: () => null, pauses: KEEPER_PAUSES });
  const desk = new BoardDesk({ store, keeper, now: Date.now, tellRound: nothing, leaving: async () => undefined });
  return { store, desk, close: (board) => desk.close(board) };
}
