import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BoardId } from '../../shared/base/ids.ts';
import type { WindowStart } from '../main.tsx';
import { createNoticeStore } from '../state/noticeStore.ts';
import { speak } from '../words.ts';
import { BoardScreen } from './board/BoardScreen.tsx';
import { createDeskSession, type DeskSession } from './board/deskSession.ts';
import { StartPage } from './StartPage.tsx';

/** The desk's window: the start screen, or one opened board. */
export function DeskApp({ host, settings, measure }: WindowStart) {
  const notices = useMemo(() => createNoticeStore(), []);
  const [session, setSession] = useState<DeskSession | null>(null);

  const open = useCallback(async (board: BoardId): Promise<void> => {
    const opened = await host.call('boards.open', { board });
    if (!opened.ok) return notices.tell(opened.trouble);
    if (opened.value.recovered) notices.tellRecovered(opened.value.recovered.cutBytes > 0);
    const next = createDeskSession({ host, opened: opened.value, settings, notices, measure });
    setSession((before) => {
      before?.close();
      return next;
    });
  }, [host, settings, notices, measure]);

  const leave = useCallback(async (): Promise<void> => {
    const board = session?.store.id;
    await session?.store.settled();
    setSession((before) => {
      before?.close();
      return null;
    });
    if (board) await host.call('boards.close', { board });
  }, [host, session]);

  useEffect(() => settings.subscribe((now, before) => { if (now.locale !== before.locale) void speak(now.locale); }), [settings]);
  useEffect(() => {
    void host.call('app.info', {}).then((info) => { if (info.ok && info.value.openAtStart) void open(info.value.openAtStart); });
    return host.on('boards.openRequested', ({ board }) => void open(board));
  }, [host, open]);
  useEffect(() => host.onLine((line) => { if (line === 'reconnected') void session?.store.rejoin(); }), [host, session]);

  if (session) return <BoardScreen key={session.store.id} desk={session} onLeave={() => void leave()} />;
  return <StartPage host={host} settings={settings} notices={notices} measure={measure} onOpen={(board) => void open(board)} />;
}
