import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardId } from '../../shared/base/ids.ts';
import type { OpenedBoard } from '../../shared/contract/boards.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { keepBoardOfTab } from '../host/boardOfTab.ts';
import type { FirstBoard } from '../host/firstBoard.ts';
import type { NoticeStore } from '../state/noticeStore.ts';
import { createDeskSession, type DeskSession } from './board/deskSession.ts';
import type { WindowStart } from './windowStart.ts';

/**
 * The board that is open in this window, and the two ways to another: opening one, or back to the start screen.
 * `opening` while the first board is on its way: nothing is shown then.
 */
export type OpenDesk = { readonly session: DeskSession | null; readonly opening: boolean; readonly open: (board: BoardId) => void; readonly leave: () => void };

/** Opens boards in a window, one at a time; the one before is settled, saved and closed first. */
export function useDeskSession({ host, settings, measure }: WindowStart, notices: NoticeStore, first: FirstBoard | null): OpenDesk {
  const [session, setSession] = useState<DeskSession | null>(null);
  const [opening, setOpening] = useState(first !== null);
  const current = useRef<DeskSession | null>(null);

  const close = useCallback(async (): Promise<void> => {
    const before = current.current;
    if (!before) return;
    await before.store.settled();
    current.current = null;
    setSession(null);
    keepBoardOfTab(window.sessionStorage, null);
    before.close();
    const closed = await host.call('boards.close', { board: before.store.id });
    if (!closed.ok) notices.tell(closed.trouble);
  }, [host, notices]);

  const leave = useCallback(() => void close(), [close]);
  const openNext = useCallback(async (board: BoardId, again: (next: BoardId) => void, asked: Promise<Result<OpenedBoard>> | null): Promise<void> => {
    if (current.current?.store.id === board) return;
    await close();
    const opened = await (asked ?? host.call('boards.open', { board }));
    if (!opened.ok) {
      keepBoardOfTab(window.sessionStorage, null);
      return notices.tell(opened.trouble);
    }
    if (opened.value.recovered) notices.tellRecovered(opened.value.recovered.cutBytes > 0);
    const next = createDeskSession({ host, opened: opened.value, settings, notices, measure, openBoard: again, leave });
    current.current = next;
    keepBoardOfTab(window.sessionStorage, board);
    setSession(next);
  }, [close, leave, host, settings, notices, measure]);

  const open = useCallback((board: BoardId): void => {
    const go = (next: BoardId): void => void openNext(next, go, null);
    go(board);
  }, [openNext]);

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || first === null) return;
    begun.current = true;
    void openNext(first.board, open, first.opened).finally(() => setOpening(false));
  }, [first, open, openNext]);
  return { session, opening: opening && session === null, open, leave };
}
