import { expect, test } from 'vitest';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import { keepBoardOfTab } from '../../../renderer/host/boardOfTab.ts';
import { firstBoard } from '../../../renderer/host/firstBoard.ts';
import { openingWentWell } from '../../../renderer/host/openings.ts';
import { readToken } from '../../../renderer/host/pageToken.ts';

const given = asId<BoardId>('given'), other = asId<BoardId>('other');

function tabStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } };
}

/** Services that were started with `openAtStart`; they put down which boards are asked for. */
function servicesOf(shell: 'web' | 'desktop', openAtStart: BoardId | null, opened: unknown[] = []): Host {
  return {
    call: (name, input) => {
      if (name === 'boards.open') opened.push(input);
      return Promise.resolve({ ok: true, value: { shell, platform: 'linux', version: '1', openAtStart } } as never);
    },
    on: () => () => undefined,
  };
}

test('a window opens with the board that the app was started with, and asks for it once', async () => {
  const opened: unknown[] = [];
  expect((await firstBoard(servicesOf('web', given, opened), tabStorage()))?.board).toBe(given);
  expect(opened).toEqual([{ board: given }]);
});

test('a reloaded tab comes back to the board that it had open', async () => {
  const tab = tabStorage();
  keepBoardOfTab(tab, other);
  expect((await firstBoard(servicesOf('web', given), tab))?.board).toBe(other);
});

test('a tab that went back to the start screen stays there after a reload', async () => {
  const tab = tabStorage();
  keepBoardOfTab(tab, null);
  expect(await firstBoard(servicesOf('web', given), tab)).toBeNull();
});

test('what a tab showed in an earlier run of the app does not count in the next', async () => {
  const tab = tabStorage();
  readToken({ hash: '#token=first' }, tab);
  keepBoardOfTab(tab, other);
  readToken({ hash: '#token=second' }, tab);
  expect((await firstBoard(servicesOf('web', given), tab))?.board).toBe(given);
});

test('the desktop app says itself what its window had open', async () => {
  const tab = tabStorage();
  keepBoardOfTab(tab, other);
  expect((await firstBoard(servicesOf('desktop', given), tab))?.board).toBe(given);
});

test('a board that crashed the window twice is not opened by itself a third time', async () => {
  const tab = tabStorage();
  const opened: unknown[] = [];
  for (let i = 0; i < 4; i++) await firstBoard(servicesOf('desktop', given, opened), tab);
  expect(opened).toHaveLength(2);
  expect(await firstBoard(servicesOf('desktop', given), tab)).toEqual({ board: given, opened: 'crashes' });
});

test('a window that was left in good order may open its board as often as it likes', async () => {
  const tab = tabStorage();
  const opened: unknown[] = [];
  for (let i = 0; i < 5; i++) {
    await firstBoard(servicesOf('desktop', given, opened), tab);
    openingWentWell(tab);
  }
  expect(opened).toHaveLength(5);
});

test('crashes over one board say nothing about another', async () => {
  const tab = tabStorage();
  for (let i = 0; i < 3; i++) await firstBoard(servicesOf('desktop', given), tab);
  const opened: unknown[] = [];
  await firstBoard(servicesOf('desktop', other, opened), tab);
  expect(opened).toEqual([{ board: other }]);
});
