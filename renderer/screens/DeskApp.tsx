import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import type { FirstBoard } from '../host/firstBoard.ts';
import { warmTileWorker } from '../stage/tileWorkers.ts';
import { createNoticeStore } from '../state/noticeStore.ts';
import { speak } from '../words.ts';
import { BoardScreen } from './board/BoardScreen.tsx';
import { later } from './later.tsx';
import { CrashingBoard } from './start/CrashingBoard.tsx';
import { useDeskSession } from './useDeskSession.ts';
import { useFirstMarks } from './useFirstMarks.ts';
import type { WindowStart } from './windowStart.ts';

const FirstLook = later(async () => (await import('./FirstLook.tsx')).FirstLook);
const StartPage = later(async () => (await import('./StartPage.tsx')).StartPage);

/** The desk's window: the start screen, or one opened board. */
export function DeskApp({ host, settings, measure, firstBoard }: WindowStart & { readonly firstBoard: FirstBoard | null }) {
  const notices = useMemo(() => createNoticeStore(), []);
  const [first, setFirst] = useState<PlainDocument | null>(null);
  const noFirst = useCallback(() => setFirst(null), []);
  const { session, opening, crashing, open, leave } = useDeskSession({ host, settings, measure }, notices, firstBoard, noFirst);

  useEffect(() => settings.subscribe((now, before) => { if (now.locale !== before.locale) void speak(now.locale); }), [settings]);
  useEffect(() => host.on('boards.openRequested', ({ board }) => open(board)), [host, open]);
  // The next board's worker starts while its board is still being chosen or read.
  useEffect(() => { if (!session) warmTileWorker(); }, [session]);
  useEffect(() => { if (!session && !opening) void FirstLook.fetch(); }, [session, opening]);
  useEffect(() => host.onLine((line) => { if (line === 'reconnected') void session?.store.rejoin(); }), [host, session]);
  useFirstMarks(host, session, setFirst);
  const { drawingHand } = useStore(settings);
  const screen = (): ReactNode => {
    if (session) return <BoardScreen key={session.store.id} desk={session} onLeave={leave} />;
    if (crashing !== null) return <CrashingBoard onBack={leave} onAgain={() => open(crashing)} />;
    return opening ? null : <StartPage host={host} settings={settings} notices={notices} measure={measure} onOpen={open} />;
  };
  return (
    <>
      {screen()}
      {first && <FirstLook document={first} drawingHand={drawingHand} onDesk={session !== null} />}
    </>
  );
}
