import type { BoardId } from '../../shared/base/ids.ts';
import type { OpenedBoard } from '../../shared/contract/boards.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { boardOfTab } from './boardOfTab.ts';

/** The board that a window shows first, already asked for. */
export type FirstBoard = { readonly board: BoardId; readonly opened: Promise<Result<OpenedBoard>> };

/**
 * What the window is to show: the board that a reloaded tab had open, else the one that the app was started with or
 * had open before a crash; null for the start screen.
 */
export async function firstBoard(host: Host, kept: Pick<Storage, 'getItem'>): Promise<FirstBoard | null> {
  const info = await host.call('app.info', {});
  if (!info.ok) return null;
  const ofTab = info.value.shell === 'web' ? boardOfTab(kept) : undefined;
  const board = ofTab === undefined ? info.value.openAtStart : ofTab;
  return board && { board, opened: host.call('boards.open', { board }) };
}
