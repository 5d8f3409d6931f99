import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardId } from '../../shared/base/ids.ts';
import { marksOfKind } from '../../shared/board/marksByKind.ts';
import type { OpenedBoard } from '../../shared/contract/boards.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { keepBoardOfTab } from '../host/boardOfTab.ts';
import type { FirstBoard } from '../host/firstBoard.ts';
import { openingBegins, openingWentWell } from '../host/openings.ts';
import type { NoticeStore } from '../state/noticeStore.ts';
import { createDeskSession, type DeskSession } from './board/deskSession.ts';
import type { WindowStart } from './windowStart.ts';

/**
 * The board that is open in this window, and the two ways to another: opening one, or back to the start screen.
 * `opening` while the first board is on its way: nothing is shown then.
 */
export type OpenDesk = {
  readonly session: DeskSession | null;
  readonly opening: boolean;
  /** The board that crashed the window each time it was opened, until somebody decides. */
  readonly crashing: BoardId | null;
  readonly open: (board: BoardId) => void;
  readonly leave: () => void;
};

/** A board that has stood for so long does not crash its window by being opened, ms. */
const STANDS_MS = 15_000;

/** Tells a window that crashed from one that was left, and a board that stands from one that never did. */
function useGoodOrder(session: DeskSession | null): void {
  useEffect(() => {
    const inGoodOrder = (): void => openingWentWell(window.sessionStorage);
    window.addEventListener('pagehide', inGoodOrder);
    const timer = session ? window.setTimeout(inGoodOrder, STANDS_MS) : 0;
    return () => {
      window.removeEventListener('pagehide', inGoodOrder);
      window.clearTimeout(timer);
    };
  }, [session]);
}

/** Opens boards in a window, one at a time; the one before is settled, saved and closed first. `onRefused`: a board could not be opened, and is told. */
export function useDeskSession({ host, settings, measure }: WindowStart, notices: NoticeStore, first: FirstBoard | null, onRefused: () => void): OpenDesk {
  const [session, setSession] = useState<DeskSession | null>(null);
  const [opening, setOpening] = useState(first !== null && first.opened !== 'crashes');
  const [crashing, setCrashing] = useState(first?.opened === 'crashes' ? first.board : null);
  const current = useRef<DeskSession | null>(null);
  useGoodOrder(session);

  const close = useCallback(async (): Promise<void> => {
    const before = current.current;
    if (!before) return;
    openingWentWell(window.sessionStorage);
    await before.store.settled();
    current.current = null;
    setSession(null);
    keepBoardOfTab(window.sessionStorage, null);
    before.close();
    const closed = await host.call('boards.close', { board: before.store.id });
    if (!closed.ok) notices.tell(closed.trouble);
  }, [host, notices]);

  const leave = useCallback(() => {
    if (crashing !== null) {
      // It is still open behind this window since before the crash.
      void host.call('boards.close', { board: crashing });
      openingWentWell(window.sessionStorage);
      keepBoardOfTab(window.sessionStorage, null);
      setCrashing(null);
    }
    void close();
  }, [close, crashing, host]);
  const openNext = useCallback(async (board: BoardId, again: (next: BoardId) => void, asked: Promise<Result<OpenedBoard>> | null): Promise<void> => {
    if (current.current?.store.id === board) return;
    await close();
    if (!asked) openingBegins(window.sessionStorage, board);
    const opened = await (asked ?? host.call('boards.open', { board }));
    if (!opened.ok) {
      onRefused();
      openingWentWell(window.sessionStorage);
      keepBoardOfTab(window.sessionStorage, null);
      return notices.tell(opened.trouble);
    }
    // A board without stamps is drawn on before their drawings have come.
    if (marksOfKind(opened.value.board, 'stamp').length > 0) await import('../../shared/stamps/allDrawings.ts');
    if (opened.value.recovered) notices.tellRecovered(opened.value.recovered.cutBytes > 0);
    const next = createDeskSession({ host, opened: opened.value, settings, notices, measure, openBoard: again, leave });
    current.current = next;
    keepBoardOfTab(window.sessionStorage, board);
    setCrashing(null);
    setSession(next);
  }, [close, leave, host, settings, notices, measure, onRefused]);

  const open = useCallback((board: BoardId): void => {
    const go = (next: BoardId): void => void openNext(next, go, null);
    go(board);
  }, [openNext]);

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || first === null || first.opened === 'crashes') return;
    begun.current = true;
    void openNext(first.board, open, first.opened).finally(() => setOpening(false));
  }, [first, open, openNext]);
  return { session, opening: opening && session === null, crashing, open, leave };
}
