import { useCallback, useRef, useState } from 'react';
import type { BoardId } from '../../shared/base/ids.ts';
import type { WindowStart } from '../main.tsx';
import type { NoticeStore } from '../state/noticeStore.ts';
import { createDeskSession, type DeskSession } from './board/deskSession.ts';

/** The board that is open in this window, and the two ways to another: opening one, or back to the start screen. */
export type OpenDesk = { readonly session: DeskSession | null; readonly open: (board: BoardId) => void; readonly leave: () => void };

/** Opens boards in a window, one at a time; the one before is settled, saved and closed first. */
export function useDeskSession({ host, settings, measure }: WindowStart, notices: NoticeStore): OpenDesk {
  const [session, setSession] = useState<DeskSession | null>(null);
  const current = useRef<DeskSession | null>(null);

  const close = useCallback(async (): Promise<void> => {
    const before = current.current;
    if (!before) return;
    await before.store.settled();
    current.current = null;
    setSession(null);
    before.close();
    const closed = await host.call('boards.close', { board: before.store.id });
    if (!closed.ok) notices.tell(closed.trouble);
  }, [host, notices]);

  const leave = useCallback(() => void close(), [close]);
  const openNext = useCallback(async (board: BoardId, again: (next: BoardId) => void): Promise<void> => {
    if (current.current?.store.id === board) return;
    await close();
    const opened = await host.call('boards.open', { board });
    if (!opened.ok) return notices.tell(opened.trouble);
    if (opened.value.recovered) notices.tellRecovered(opened.value.recovered.cutBytes > 0);
    const next = createDeskSession({ host, opened: opened.value, settings, notices, measure, openBoard: again, leave });
    current.current = next;
    setSession(next);
  }, [close, leave, host, settings, notices, measure]);

  const open = useCallback((board: BoardId): void => {
    const go = (next: BoardId): void => void openNext(next, go);
    go(board);
  }, [openNext]);
  return { session, open, leave };
}
