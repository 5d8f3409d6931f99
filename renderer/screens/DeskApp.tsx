import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { openingWentWell } from '../host/openings.ts';
import { warmTileWorker } from '../stage/tileWorkers.ts';
import { speak } from '../words.ts';
import { BoardScreen } from './board/BoardScreen.tsx';
import type { DeskSession } from './board/deskSession.ts';
import type { DeskOfWindow, DeskParts } from './deskOfWindow.ts';
import { later } from './later.tsx';
import type { BoardPictures } from './start/boardPictures.ts';
import { CrashingBoard } from './start/CrashingBoard.tsx';
import { useFirstMarks } from './useFirstMarks.ts';

const FirstLook = later(async () => (await import('./FirstLook.tsx')).FirstLook);
const AwayBoardPage = later(async () => (await import('./start/AwayBoard.tsx')).AwayBoard);
const StartPage = later(async () => (await import('./StartPage.tsx')).StartPage);

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

/** What a desk's window needs besides its parts; `pictures` are kept from one visit to the start screen to the next. */
export type DeskAppProps = DeskParts & { readonly desk: DeskOfWindow; readonly pictures: BoardPictures };

/** The desk's window: the start screen, or one opened board. */
export function DeskApp({ host, settings, measure, notices, desk, pictures }: DeskAppProps) {
  const { session, opening, crashing, away, firstMarks } = useStore(desk.shown);
  useGoodOrder(session);
  useEffect(() => settings.subscribe((now, before) => { if (now.locale !== before.locale) void speak(now.locale); }), [settings]);
  useEffect(() => host.on('boards.openRequested', ({ board }) => desk.open(board)), [host, desk]);
  // The next board's worker starts while its board is still being chosen or read.
  useEffect(() => { if (!session) warmTileWorker(); }, [session]);
  useEffect(() => { if (!session && !opening) void FirstLook.fetch(); }, [session, opening]);
  useEffect(() => host.onLine((line) => { if (line === 'reconnected') void session?.store.rejoin(); }), [host, session]);
  useFirstMarks(session, desk.dropFirstMarks);
  const { drawingHand } = useStore(settings);
  const screen = (): ReactNode => {
    if (session) return <BoardScreen key={session.store.id} desk={session} onLeave={desk.leave} />;
    if (crashing !== null) return <CrashingBoard onBack={desk.leave} onAgain={() => desk.open(crashing)} />;
    if (away) return <AwayBoardPage wasHere={away.wasHere} onBack={desk.leave} onHere={desk.takeOver} />;
    return opening ? null : <StartPage host={host} settings={settings} notices={notices} measure={measure} pictures={pictures} onOpen={desk.open} />;
  };
  return (
    <>
      {screen()}
      {firstMarks && <FirstLook document={firstMarks} drawingHand={drawingHand} onDesk={session !== null} />}
    </>
  );
}
