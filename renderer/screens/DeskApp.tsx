import { useEffect, useMemo } from 'react';
import type { WindowStart } from '../main.tsx';
import { createNoticeStore } from '../state/noticeStore.ts';
import { speak } from '../words.ts';
import { BoardScreen } from './board/BoardScreen.tsx';
import { StartPage } from './StartPage.tsx';
import { useDeskSession } from './useDeskSession.ts';

/** The desk's window: the start screen, or one opened board. */
export function DeskApp({ host, settings, measure }: WindowStart) {
  const notices = useMemo(() => createNoticeStore(), []);
  const { session, open, leave } = useDeskSession({ host, settings, measure }, notices);

  useEffect(() => settings.subscribe((now, before) => { if (now.locale !== before.locale) void speak(now.locale); }), [settings]);
  useEffect(() => {
    void host.call('app.info', {}).then((info) => { if (info.ok && info.value.openAtStart) open(info.value.openAtStart); });
    return host.on('boards.openRequested', ({ board }) => open(board));
  }, [host, open]);
  useEffect(() => host.onLine((line) => { if (line === 'reconnected') void session?.store.rejoin(); }), [host, session]);

  if (session) return <BoardScreen key={session.store.id} desk={session} onLeave={leave} />;
  return <StartPage host={host} settings={settings} notices={notices} measure={measure} onOpen={open} />;
}
