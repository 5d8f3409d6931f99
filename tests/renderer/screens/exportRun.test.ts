import { expect, test } from 'vitest';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { FIRST_HABITS } from '../../../shared/contract/settings.ts';
import { createExportRun } from '../../../renderer/screens/board/exportRun.ts';

const REQUEST: ExportRequest = { ...FIRST_HABITS, content: { kind: 'board' }, pages: 'all', publicVersion: false, charter: false, locale: 'nl' };
const done = (job: string): ExportProgress => ({ job, state: 'done', path: null, url: `/${job}` });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Services that answer when they are told to, and what the browser was asked for. */
function exporting() {
  const heard = new Set<(progress: ExportProgress) => void>();
  const asked: string[] = [];
  const fetched: string[] = [];
  const tabs: string[][] = [];
  const answers: ((job: string | null) => void)[] = [];
  const call = (name: string, input: unknown): Promise<unknown> => {
    asked.push(name === 'exports.cancel' ? `${name} ${(input as { readonly job: string }).job}` : name);
    if (name === 'exports.cancel') return Promise.resolve({ ok: true, value: null });
    return new Promise((resolve) => answers.push((job) => resolve({ ok: true, value: job === null ? null : { job } })));
  };
  const host = { call, on: (_: string, hear: (progress: ExportProgress) => void) => { heard.add(hear); return () => heard.delete(hear); } } as Pick<Host, 'call' | 'on'>;
  const run = createExportRun({
    host, board: asId<BoardId>('b'), settled: () => Promise.resolve(), fetch: (url) => fetched.push(url),
    openTab: () => {
      const tab: string[] = [];
      tabs.push(tab);
      return { go: (url) => tab.push(url), close: () => tab.push('closed') };
    },
  });
  run.enter();
  return {
    run, asked, fetched, tabs, heard,
    tell: (progress: ExportProgress) => { for (const hear of heard) hear(progress); },
    answer: async (job: string | null) => { await turn(); answers.shift()?.(job); await turn(); },
  };
}

test('a held key prints once, and opens one tab', async () => {
  const { run, asked, tabs, answer, tell } = exporting();
  expect(run.begin('paper', REQUEST)).toBe(true);
  expect(run.begin('paper', REQUEST)).toBe(false);
  await answer('a');
  expect(run.begin('file', REQUEST)).toBe(false);
  expect(asked).toEqual(['exports.print']);
  tell(done('a'));
  expect(tabs).toEqual([['/a']]);
  expect(run.begin('file', REQUEST)).toBe(true);
});

test('another choice forgets what has ended, not what is on its way', async () => {
  const { run, asked, fetched, answer, tell } = exporting();
  run.begin('file', REQUEST);
  run.forget();
  await answer('a');
  run.forget();
  expect(run.shown.getState().progress).toEqual({ job: 'a', state: 'running', share: 0 });
  run.cancel();
  expect(asked).toEqual(['exports.start', 'exports.cancel a']);
  tell(done('a'));
  expect(fetched).toEqual(['/a']);
  run.forget();
  expect(run.shown.getState().progress).toBeNull();
});

test('a file does not open in the tab of a print that was given up', async () => {
  const { run, fetched, tabs, answer, tell } = exporting();
  run.begin('paper', REQUEST);
  await answer('a');
  run.forget();
  tell({ job: 'a', state: 'cancelled' });
  run.begin('file', REQUEST);
  await answer('b');
  tell(done('b'));
  expect([tabs, fetched]).toEqual([[['closed']], ['/b']]);
});

test('whoever goes back before there is an answer gets the file, and nothing is listened to afterwards', async () => {
  const { run, fetched, heard, answer, tell } = exporting();
  run.begin('file', REQUEST);
  run.leave();
  // The whole of a small file may be there before its name is.
  await turn();
  tell(done('a'));
  await answer('a');
  expect(fetched).toEqual(['/a']);
  expect(heard.size).toBe(0);
});

test('a dialog that was closed without a name leaves nothing on its way', async () => {
  const { run, tabs, heard, answer } = exporting();
  run.begin('paper', REQUEST);
  run.leave();
  await answer(null);
  expect(tabs).toEqual([['closed']]);
  expect(heard.size).toBe(0);
});
