import { describe, expect, test } from 'vitest';
import { droppedPath } from '../../../electron/desktop/droppedPath.ts';
import { CALL_NAMES } from '../../../shared/contract/contract.ts';
import { CALL_SCHEMAS } from '../../../electron/services/calls/callSchemas.ts';

describe('a board file that is dropped on the window', () => {
  test.each([
    ['win32', ['C:\\buurt\\Kiel.doek', 'E:/Kiel.DOEK'], ['\\\\server\\buurt\\Kiel.doek', '//server/Kiel.doek', '\\\\?\\C:\\Kiel.doek', '\\\\.\\C:\\Kiel.doek', '\\??\\C:\\Kiel.doek', '/Kiel.doek', 'C:Kiel.doek', 'C:\\Kiel.txt']],
    ['linux', ['/home/oogster/Kiel.doek', '/media/stick/Kiel.DOEK'], ['//server/Kiel.doek', 'Kiel.doek', '../Kiel.doek', '/etc/passwd', '/home/oogster/Kiel.doek/key', '/etc/passwd\0.doek']],
    ['darwin', ['/Users/oogster/Kiel.doek'], ['//server/Kiel.doek', 'C:\\Kiel.doek']],
  ] as const)('is opened where it lies when that is a disk of this machine (%s)', (platform, own, others) => {
    expect(own.map((path) => droppedPath(path, platform))).toEqual(own);
    expect([...others, undefined, 7, { path: own[0] }].map((path) => droppedPath(path, platform)).filter((path) => path !== null)).toEqual([]);
  });

  test('is named by no call of a page: a page cannot say where a file lies', () => {
    expect(CALL_NAMES.filter((name) => /path/i.test(name))).toEqual([]);
    const paths = CALL_NAMES.filter((name) => 'entries' in CALL_SCHEMAS[name] && Object.hasOwn(CALL_SCHEMAS[name].entries as object, 'path'));
    expect(paths).toEqual([]);
  });
});
