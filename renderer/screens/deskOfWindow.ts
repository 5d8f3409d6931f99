import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardId } from '../../shared/base/ids.ts';
import type { MeasureEm } from '../../shared/board/lettering.ts';
import { marksOfKind } from '../../shared/board/marksByKind.ts';
import type { OpenedBoard, PlainDocument } from '../../shared/contract/boards.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { keepBoardOfTab } from '../host/boardOfTab.ts';
import type { ConnectedHost } from '../host/connectedHost.ts';
import type { FirstBoard } from '../host/firstBoard.ts';
import { takenFiles } from '../host/takenFiles.ts';
import { openingBegins, openingWentWell } from '../host/openings.ts';
import type { NoticeStore } from '../state/noticeStore.ts';
import type { SettingsStore } from '../state/settingsStore.ts';
import { createDeskSession, type DeskSession } from './board/deskSession.ts';
import { followFirstMarks } from './followFirstMarks.ts';

/** What a desk's window holds whatever it shows. */
export type DeskParts = { readonly host: ConnectedHost; readonly settings: SettingsStore; readonly measure: MeasureEm; readonly notices: NoticeStore };

/** A board that is open in another window. */
export type AwayBoard = { readonly board: BoardId; readonly wasHere: boolean };

/** What a desk's window shows. */
export type Shown = {
  readonly session: DeskSession | null;
  /** The first board is on its way: nothing is shown then. */
  readonly opening: boolean;
  /** The board that crashed the window each time it was opened, until somebody decides. */
  readonly crashing: BoardId | null;
  /** A board that another window works on, and whether this one did before; until somebody decides. */
  readonly away: AwayBoard | null;
  /** The first marks of a large board that is being read from a file. */
  readonly firstMarks: PlainDocument | null;
};

/** The board that is open in this window, and the two ways to another: opening one, or back to the start screen. */
export type DeskOfWindow = {
  readonly shown: StoreApi<Shown>;
  /** Opens the board that the window was asked to show; resolves when it stands, or its trouble is told. */
  readonly begin: (first: FirstBoard) => Promise<void>;
  readonly open: (board: BoardId) => void;
  readonly leave: () => void;
  /** Works on here with the board that is open in another window: that one saves it and leaves it. */
  readonly takeOver: () => void;
  /** The first marks are no longer needed. */
  readonly dropFirstMarks: () => void;
};

/**
 * Opens boards in a window, one at a time; the one before is settled, saved and closed first. A board that another window
 * works on stays there until somebody takes it over. It needs no React: a board can be drawn on before its screen has come.
 */
export function createDeskOfWindow({ host, settings, measure, notices }: DeskParts): DeskOfWindow {
  const shown = createStore<Shown>(() => ({ session: null, opening: false, crashing: null, away: null, firstMarks: null }));
  const kept = window.sessionStorage;
  let current: DeskSession | null = null;
  followFirstMarks({ host, files: takenFiles, isOnlyWindow: window.droomdoek !== undefined, show: (firstMarks) => { if (!current) shown.setState({ firstMarks }); } });

  let closing: Promise<void> | null = null;
  /** Whoever asks again meanwhile waits for the same end. */
  const close = (): Promise<void> => (closing ??= end().finally(() => { closing = null; }));
  const end = async (): Promise<void> => {
    const before = current;
    if (!before) return;
    openingWentWell(kept);
    await before.store.settled();
    current = null;
    shown.setState({ session: null });
    keepBoardOfTab(kept, null);
    before.close();
    const closed = await host.call('boards.close', { board: before.store.id });
    if (!closed.ok) notices.tell(closed.trouble);
  };
  /** Whether another window works on a board. Where that cannot be asked, what comes next says why. */
  const isElsewhere = async (board: BoardId): Promise<boolean> => {
    const held = await host.call('boards.hold', { board });
    return held.ok && held.value.elsewhere;
  };
  const show = (away: AwayBoard): void => {
    openingWentWell(kept);
    shown.setState({ away, crashing: null, firstMarks: null });
  };
  /** Another window goes on with the board of this one; what was done here is on the disk before this one lets go. */
  const giveWay = async (board: BoardId): Promise<void> => {
    if (current?.store.id !== board) return;
    await close();
    if (!current) show({ board, wasHere: true });
  };
  host.on('boards.takenOver', ({ board }) => void giveWay(board));
  // While its line was lost, this window was nobody's.
  host.onLine((line) => {
    const board = current?.store.id;
    if (line === 'reconnected' && board) void isElsewhere(board).then((elsewhere) => (elsewhere ? giveWay(board) : undefined));
  });
  const openNext = async (board: BoardId, asked: Promise<Result<OpenedBoard>> | null): Promise<void> => {
    if (current?.store.id === board) return;
    await close();
    const held = isElsewhere(board);
    if (!asked) openingBegins(kept, board);
    const opened = await (asked ?? host.call('boards.open', { board }));
    if (opened.ok && (await held)) return show({ board, wasHere: false });
    if (!opened.ok) {
      shown.setState({ away: null, firstMarks: null });
      openingWentWell(kept);
      keepBoardOfTab(kept, null);
      // Nobody works on it here: another window may.
      void host.call('boards.close', { board });
      return notices.tell(opened.trouble);
    }
    // A board without stamps is drawn on before their drawings have come.
    if (marksOfKind(opened.value.board, 'stamp').length > 0) await import('../../shared/stamps/allDrawings.ts');
    if (opened.value.recovered) notices.tellRecovered(opened.value.recovered.cutBytes > 0);
    current = createDeskSession({ host, opened: opened.value, settings, notices, measure, openBoard: desk.open, leave: desk.leave });
    keepBoardOfTab(kept, board);
    shown.setState({ session: current, crashing: null, away: null });
  };

  const desk: DeskOfWindow = {
    shown,
    async begin({ board, opened }) {
      if (opened === 'crashes') {
        shown.setState({ crashing: board });
        return;
      }
      shown.setState({ opening: true });
      await openNext(board, opened).finally(() => shown.setState({ opening: false }));
    },
    open: (board) => void openNext(board, null).catch((error: unknown) => {
      shown.setState({ firstMarks: null });
      throw error;
    }),
    leave() {
      const { crashing } = shown.getState();
      if (crashing !== null) {
        // It is still open behind this window since before the crash.
        void host.call('boards.close', { board: crashing });
        openingWentWell(kept);
        keepBoardOfTab(kept, null);
        shown.setState({ crashing: null });
      }
      shown.setState({ away: null });
      void close();
    },
    takeOver() {
      const { away } = shown.getState();
      if (away) void host.call('boards.takeOver', { board: away.board }).then(() => openNext(away.board, null));
    },
    dropFirstMarks: () => shown.setState({ firstMarks: null }),
  };
  return desk;
}
