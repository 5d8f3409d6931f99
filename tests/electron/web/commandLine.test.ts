import { expect, test } from 'vitest';
import { readCommandLine } from '../../../electron/web/commandLine.ts';
import { openCommand } from '../../../electron/web/systemBrowser.ts';

test('nothing said means: any port, the browser opens, the settings choose the language', () => {
  expect(readCommandLine([], '/home/els')).toEqual({ port: 0, openBrowser: true, locale: null, board: null });
});

test('everything can be said, in any order', () => {
  const all = { port: 4711, openBrowser: false, locale: 'en', board: '/home/els/kiel.doek' };
  expect(readCommandLine(['kiel.doek', '--no-open', '--port', '4711', '--lang=en'], '/home/els')).toEqual(all);
  expect(readCommandLine(['--port=4711', '--lang', 'en', '--no-open', '--', 'kiel.doek'], '/home/els')).toEqual(all);
});

test.each([['--port=x'], ['--port=70000'], ['--port='], ['--lang=fr'], ['--nothing']])('%s is refused', (arg) => {
  expect(() => readCommandLine([arg], '/')).toThrow();
});

test('the address reaches the browser whole on every system', () => {
  const url = 'http://127.0.0.1:1/#token=a&b';
  for (const platform of ['darwin', 'win32', 'linux']) expect(openCommand(url, platform)[1].at(-1)).toBe(url);
});
