import { expect, test } from 'vitest';
import { readCommandLine } from '../../../electron/desktop/commandLine.ts';
import { pauseBeforeReloadMs } from '../../../electron/desktop/reloadPause.ts';

test('a double click on a board gives its path', () => {
  expect(readCommandLine(['/opt/Droomdoek/Kiel.DOEK'], '/home/els')).toEqual({ board: '/opt/Droomdoek/Kiel.DOEK', locale: null });
});

test('a path is meant from where the person is', () => {
  expect(readCommandLine(['.', '--lang=en', 'werk/kiel.doek'], '/home/els').board).toBe('/home/els/werk/kiel.doek');
});

test("Chromium's switches and other languages are passed over", () => {
  expect(readCommandLine(['--no-sandbox', '/work/droomdoek', '--lang=fr'], '/home/els')).toEqual({ board: null, locale: null });
  expect(readCommandLine(['--lang=nl'], '/home/els').locale).toBe('nl');
});

test('a window that crashed once comes back at once, one that goes on crashing waits longer', () => {
  expect(pauseBeforeReloadMs([1000], 1000)).toBe(0);
  expect(pauseBeforeReloadMs([1000, 2000], 2000)).toBe(500);
  expect(pauseBeforeReloadMs([1, 2, 3, 4, 5, 6], 6)).toBe(10_000);
  expect(pauseBeforeReloadMs([1000, 2000, 90_000], 90_000)).toBe(0);
});
