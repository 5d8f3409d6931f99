import { describe, expect, test } from 'vitest';
import { createDeskOfWindow, type DeskParts } from '../../../renderer/screens/deskOfWindow.ts';
import type { DeskSession } from '../../../renderer/screens/board/deskSession.ts';
import { boardOfTab } from '../../../renderer/host/boardOfTab.ts';
import { createBoardStore } from '../../../renderer/state/boardStore.ts';
import { createNoticeStore } from '../../../renderer/state/noticeStore.ts';
import { createSettingsStore } from '../../../renderer/state/settingsStore.ts';
import type { ConnectedHost, Line } from '../../../renderer/host/connectedHost.ts';
import type { Services } from '../../../electron/services/createServices.ts';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import { markCount } from '../../../shared/board/buckets.ts';
import { FIRST_SETTINGS } from '../../../shared/contract/settings.ts';
import { BOARD, sampleBoard, stroke } from '../../electron/services/sampleBoard.ts';
import { startServices, tempFolder } from '../../electron/services/startServices.ts';

const OTHER = asId<BoardId>('luchtbal');

/** Services with two boards. */
async function twoBoards() {
  const { services, ask } = await startServices(await tempFolder());
  for (const board of [BOARD, OTHER]) await ask('boards.create', { document: { board: sampleBoard(board), inks: {} }, assets: [] });
  let strokes = 0;
  /** Whether the services take changes to a board: it is open, whoever works on it. */
  const isOpen = async (board = BOARD): Promise<boolean> => (await services.handle('board.do', { board, opId: `op${(strokes += 1)}`, command: stroke(strokes) })).ok;
  return { services, isOpen };
}

/** What a window remembers. */
function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

/** A window at running services, with boards that nobody sees. The test may keep an answer on its way, and break the line. */
function windowAt(services: Services, name: string) {
  const kept = memory();
  const lines = new Set<(line: Line) => void>();
  const delays = new Map<string, Promise<void>>();
  const sessions: { readonly board: BoardId; isClosed: boolean }[] = [];
  const host: ConnectedHost = {
    call: async (call, input) => {
      const answer = await services.handle(call, input, name);
      await delays.get(call);
      return answer;
    },
    on: (event, listener) => services.subscribe((told, payload) => { if ((told as string) === event) listener(payload as never); }),
    onLine: (listener) => {
      lines.add(listener);
      return () => lines.delete(listener);
    },
  };
  const settings = createSettingsStore(host, FIRST_SETTINGS);
  const parts: DeskParts = { host, settings, notices: createNoticeStore(), measure: () => 1 };
  const desk = createDeskOfWindow(parts, {
    kept, isOnlyWindow: false,
    makeSession: ({ opened }) => {
      const session = { board: opened.board.id, isClosed: false };
      sessions.push(session);
      const store = createBoardStore({ host, opened, newOpId: () => `${name}${sessions.length}`, onTrouble: parts.notices.tell });
      const settled = async (): Promise<void> => {
        await delays.get('settled');
        await store.settled();
      };
      return { store: { ...store, settled }, close: () => {
        session.isClosed = true;
        store.close();
      } } as unknown as DeskSession;
    },
  });
  const shown = (): BoardId | 'away' | 'start' => {
    const { session, away } = desk.shown.getState();
    return session?.store.id ?? (away ? 'away' : 'start');
  };
  return {
    desk, shown, kept, sessions: () => sessions.filter(({ isClosed }) => !isClosed).map(({ board }) => board), made: () => sessions.length,
    strokes: () => markCount(desk.shown.getState().session!.store.get().board),
    /** Answers to a call, or the word that a board is on the disk, stay on their way until the returned function lets them go on. */
    delay(call: string): () => void {
      let goOn = (): void => undefined;
      delays.set(call, new Promise((resolve) => { goOn = resolve; }));
      return () => {
        delays.delete(call);
        goOn();
      };
    },
    loseLine() {
      services.windowGone(name);
      for (const listener of lines) listener('lost');
      for (const listener of lines) listener('reconnected');
    },
  };
}

/** Time for every answer of the services and all that follows from it. */
const quiet = async (services: Services): Promise<void> => { for (let i = 0; i < 20; i++) await services.handle('boards.list', {}); };

/** A window to which a board is on its way, until the returned function lets it come. */
async function onItsWay(services: Services, tab: ReturnType<typeof windowAt>): Promise<() => void> {
  const goOn = tab.delay('boards.open');
  tab.desk.open(BOARD);
  await quiet(services);
  return goOn;
}

describe('a window in which boards are opened', () => {
  test('makes one desk of a board that is taken over by two presses', async () => {
    const { services } = await twoBoards();
    const first = windowAt(services, 'first'), second = windowAt(services, 'second');
    first.desk.open(BOARD);
    await expect.poll(first.shown).toBe(BOARD);
    second.desk.open(BOARD);
    await expect.poll(second.shown).toBe('away');
    const goOn = second.delay('boards.open');
    second.desk.takeOver();
    second.desk.takeOver();
    await expect.poll(first.shown).toBe('away');
    second.desk.takeOver();
    goOn();
    await expect.poll(second.shown).toBe(BOARD);
    await quiet(services);
    expect([second.made(), second.shown(), first.sessions()]).toEqual([1, BOARD, []]);
  });

  test('shows the one that was asked for last, and lets go of the other', async () => {
    const { services, isOpen } = await twoBoards();
    const tab = windowAt(services, 'tab'), beside = windowAt(services, 'beside');
    const goOn = await onItsWay(services, tab);
    tab.desk.open(OTHER);
    goOn();
    await expect.poll(tab.shown).toBe(OTHER);
    await expect.poll(() => isOpen()).toBe(false);
    expect([tab.sessions(), await isOpen(OTHER)]).toEqual([[OTHER], true]);
    beside.desk.open(BOARD);
    await expect.poll(beside.shown).toBe(BOARD);
  });

  test('opens nothing any more when somebody has gone back to the start meanwhile', async () => {
    const { services, isOpen } = await twoBoards();
    const tab = windowAt(services, 'tab');
    const goOn = await onItsWay(services, tab);
    expect(await isOpen()).toBe(true);
    tab.desk.leave();
    goOn();
    await expect.poll(() => isOpen()).toBe(false);
    expect([tab.shown(), tab.made()]).toEqual(['start', 0]);
  });

  test('and back to the board that was on its way has it once', async () => {
    const { services, isOpen } = await twoBoards();
    const tab = windowAt(services, 'tab');
    const goOn = await onItsWay(services, tab);
    tab.desk.leave();
    tab.desk.open(BOARD);
    goOn();
    await expect.poll(tab.shown).toBe(BOARD);
    await quiet(services);
    expect([tab.made(), await isOpen()]).toEqual([1, true]);
  });

  test('and back to the board that is just being left has it again', async () => {
    const { services, isOpen } = await twoBoards();
    const tab = windowAt(services, 'tab');
    tab.desk.open(BOARD);
    await expect.poll(tab.shown).toBe(BOARD);
    tab.desk.leave();
    tab.desk.open(BOARD);
    await expect.poll(tab.made).toBe(2);
    await quiet(services);
    expect([tab.shown(), tab.sessions(), await isOpen()]).toEqual([BOARD, [BOARD], true]);
  });

  test('leaves a board that could not be opened to whoever asks for it next', async () => {
    const { services } = await twoBoards();
    const tab = windowAt(services, 'tab');
    const gone = asId<BoardId>('weg');
    tab.desk.open(gone);
    await quiet(services);
    expect(await services.handle('boards.hold', { board: gone }, 'beside')).toEqual({ ok: true, value: { elsewhere: false } });
  });

  test('comes back to the start screen after a reload when the board of another window was left there', async () => {
    const { services } = await twoBoards();
    const first = windowAt(services, 'first'), second = windowAt(services, 'second');
    first.desk.open(BOARD);
    await expect.poll(first.shown).toBe(BOARD);
    await second.desk.begin({ board: BOARD, opened: services.handle('boards.open', { board: BOARD }, 'second') });
    expect(second.shown()).toBe('away');
    second.desk.leave();
    expect([second.shown(), boardOfTab(second.kept)]).toEqual(['start', null]);
  });
});

describe('a board that is taken over while a window opens it', () => {
  test('is not worked on there', async () => {
    const { services } = await twoBoards();
    const first = windowAt(services, 'first'), second = windowAt(services, 'second');
    const goOn = await onItsWay(services, first);
    second.desk.open(BOARD);
    await expect.poll(second.shown).toBe('away');
    second.desk.takeOver();
    await expect.poll(second.shown).toBe(BOARD);
    goOn();
    await expect.poll(first.shown).toBe('away');
    await quiet(services);
    expect([first.made(), second.shown()]).toEqual([0, BOARD]);
  });

  test('is not worked on there when that window had lost its line, either', async () => {
    const { services } = await twoBoards();
    const first = windowAt(services, 'first'), second = windowAt(services, 'second');
    const goOn = await onItsWay(services, first);
    first.loseLine();
    second.desk.open(BOARD);
    await expect.poll(second.shown).toBe(BOARD);
    goOn();
    await expect.poll(first.shown).toBe('away');
    await quiet(services);
    expect([first.made(), second.shown()]).toEqual([0, BOARD]);
  });

  test('shows what the other window did last, after the answer that it was opened with', async () => {
    const { services, isOpen } = await twoBoards();
    const tab = windowAt(services, 'tab');
    const goOn = await onItsWay(services, tab);
    expect(await isOpen()).toBe(true);
    goOn();
    await expect.poll(tab.shown).toBe(BOARD);
    await expect.poll(tab.strokes).toBe(1);
  });
});

describe('a board that is taken over', () => {
  test.each<readonly [string, readonly ('leave' | 'take')[]]>([
    ['while it is being left', ['leave', 'take']],
    ['before it is left, with the last of it not saved yet', ['take', 'leave']],
  ])('%s is nothing any more to who went back to the start', async (_when, turns) => {
    const { services } = await twoBoards();
    const first = windowAt(services, 'first'), second = windowAt(services, 'second');
    first.desk.open(BOARD);
    await expect.poll(first.shown).toBe(BOARD);
    second.desk.open(BOARD);
    await expect.poll(second.shown).toBe('away');
    const save = first.delay('settled');
    for (const turn of turns) {
      if (turn === 'leave') first.desk.leave();
      else second.desk.takeOver();
      await quiet(services);
    }
    save();
    await expect.poll(second.shown).toBe(BOARD);
    await expect.poll(first.sessions).toEqual([]);
    await quiet(services);
    expect(first.shown()).toBe('start');
  });
});
