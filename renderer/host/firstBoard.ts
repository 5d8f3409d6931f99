import type { BoardId } from '../../shared/base/ids.ts';
import type { OpenedBoard } from '../../shared/contract/boards.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { boardOfTab } from './boardOfTab.ts';
import { crashesAtOpening, openingBegins } from './openings.ts';

/** The board that a window shows first: already asked for, or left alone because it crashed the window each time. */
export type FirstBoard = { readonly board: BoardId; readonly opened: Promise<Result<OpenedBoard>> | 'crashes' };

/**
 * What the window is to show: the board that a reloaded tab had open, else the one that the app was started with or
 * had open before a crash; null for the start screen.
 * @param kept what the window remembers over reloads and crashes
 */
export async function firstBoard(host: Host, kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Promise<FirstBoard | null> {
  const info = await host.call('app.info', {});
  if (!info.ok) return null;
  const ofTab = info.value.shell === 'web' ? boardOfTab(kept) : undefined;
  const board = ofTab === undefined ? info.value.openAtStart : ofTab;
  if (!board) return null;
  if (crashesAtOpening(kept, board)) return { board, opened: 'crashes' };
  openingBegins(kept, board);
  return { board, opened: host.call('boards.open', { board }) };
}
