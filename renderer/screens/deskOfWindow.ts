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
import { createDeskSession, type DeskSession, type DeskSessionDeps } from './board/deskSession.ts';
import { followFirstMarks } from './followFirstMarks.ts';
import { watchOpening, type OpeningWatch } from './openingWatch.ts';

/** What a desk's window holds whatever it shows. */
export type DeskParts = { readonly host: ConnectedHost; readonly settings: SettingsStore; readonly measure: MeasureEm; readonly notices: NoticeStore };

/** The window around a desk. */
export type WindowAround = {
  /** What it remembers over reloads and crashes. */
  readonly kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Whether the services take in files for this window alone. */
  readonly isOnlyWindow: boolean;
  readonly makeSession: (deps: DeskSessionDeps) => DeskSession;
};

const thisWindow = (): WindowAround => ({ kept: window.sessionStorage, isOnlyWindow: window.droomdoek !== undefined, makeSession: createDeskSession });

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
 * works on stays there until somebody takes it over; of several that are asked for the last is opened, and the window lets go
 * of the others. It needs no React: a board can be drawn on before its screen has come.
 */
export function createDeskOfWindow({ host, settings, measure, notices }: DeskParts, { kept, isOnlyWindow, makeSession }: WindowAround = thisWindow()): DeskOfWindow {
  const shown = createStore<Shown>(() => ({ session: null, opening: false, crashing: null, away: null, firstMarks: null }));
  let current: DeskSession | null = null;
  /** The board that is on its way; each that is asked for, and going back to the start, has a turn. */
  let wanted: BoardId | null = null;
  let turns = 0;
  followFirstMarks({ host, files: takenFiles, isOnlyWindow, show: (firstMarks) => { if (!current) shown.setState({ firstMarks }); } });

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
  /** Holds a board for this window; false when another one works on it. Where that cannot be asked, what comes next says why. */
  const hold = async (board: BoardId): Promise<boolean> => {
    const held = await host.call('boards.hold', { board });
    return !held.ok || !held.value.elsewhere;
  };
  const show = (away: AwayBoard): void => {
    openingWentWell(kept);
    shown.setState({ away, crashing: null, firstMarks: null });
  };
  /** Another window goes on with the board of this one; what was done here is on the disk before this one lets go. */
  const giveWay = async (board: BoardId): Promise<void> => {
    // Somebody has left it already, or is about to.
    if (current?.store.id !== board || closing) return;
    const turn = turns;
    await close();
    if (turn === turns) show({ board, wasHere: true });
  };
  host.on('boards.takenOver', ({ board }) => void giveWay(board));
  // While its line was lost, this window was nobody's.
  host.onLine((line) => {
    const board = current?.store.id;
    if (line === 'reconnected' && board) void hold(board).then((isHere) => (isHere ? undefined : giveWay(board)));
  });
  /** Opens a board and holds it, which is still so when this resolves. */
  const openHeld = async (board: BoardId, asked: Promise<Result<OpenedBoard>> | null, watch: OpeningWatch): Promise<Result<OpenedBoard> | 'elsewhere'> => {
    const held = hold(board);
    const opened = await (asked ?? host.call('boards.open', { board }));
    if (!opened.ok) return opened;
    if (!(await held)) return 'elsewhere';
    // A board without stamps is drawn on before their drawings have come.
    if (marksOfKind(opened.value.board, 'stamp').length > 0) await import('../../shared/stamps/allDrawings.ts');
    while (watch.takeDoubt()) if (!(await hold(board))) return 'elsewhere';
    return opened;
  };
  const openNext = async (board: BoardId, asked: Promise<Result<OpenedBoard>> | null, takesOver = false): Promise<void> => {
    // It is here and not being closed, or on its way already.
    if (wanted === board || (wanted === null && !closing && current?.store.id === board)) return;
    const turn = (turns += 1);
    wanted = board;
    let mayHold = asked !== null;
    const watch = watchOpening(host, board);
    try {
      await close();
      if (turn !== turns) return;
      mayHold = true;
      if (takesOver) await host.call('boards.takeOver', { board });
      if (!asked) openingBegins(kept, board);
      const opened = await openHeld(board, asked, watch);
      if (opened === 'elsewhere') mayHold = false;
      if (turn !== turns) return;
      if (opened === 'elsewhere') return show({ board, wasHere: false });
      if (!opened.ok) {
        shown.setState({ away: null, firstMarks: null });
        openingWentWell(kept);
        keepBoardOfTab(kept, null);
        return notices.tell(opened.trouble);
      }
      if (opened.value.recovered) notices.tellRecovered(opened.value.recovered.cutBytes > 0);
      current = makeSession({ host, opened: opened.value, settings, notices, measure, openBoard: desk.open, leave: desk.leave });
      // From here on the board itself listens.
      if (watch.isBehind(opened.value.seq)) void current.store.rejoin();
      keepBoardOfTab(kept, board);
      shown.setState({ session: current, crashing: null, away: null });
    } finally {
      watch.stop();
      if (turn === turns) wanted = null;
      // Nobody works on it here: another window may.
      if (mayHold && (wanted ?? current?.store.id) !== board) void host.call('boards.close', { board });
    }
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
      // What is on its way is no longer wanted.
      turns += 1;
      wanted = null;
      const { crashing } = shown.getState();
      // It is still open behind this window since before the crash.
      if (crashing !== null) void host.call('boards.close', { board: crashing });
      if (!current) {
        openingWentWell(kept);
        keepBoardOfTab(kept, null);
      }
      shown.setState({ crashing: null, away: null });
      void close();
    },
    takeOver() {
      const { away } = shown.getState();
      if (away) void openNext(away.board, null, true);
    },
    dropFirstMarks: () => shown.setState({ firstMarks: null }),
  };
  return desk;
}
