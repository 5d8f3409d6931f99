import { expect, test } from 'vitest';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { ExportProgress } from '../../../shared/contract/exportRequest.ts';
import { createFilmRun } from '../../../renderer/screens/board/filmRun.ts';

const BOARD = asId<BoardId>('b');
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A place to wait at until it is opened. */
function gate<Value>(): { readonly wait: Promise<Value>; readonly open: (value: Value) => Promise<void> } {
  let pass: (value: Value) => void = () => undefined;
  const wait = new Promise<Value>((resolve) => { pass = resolve; });
  return { wait, open: async (value) => { pass(value); await turn(); } };
}

/** Services that wait for a name and for the disk. */
function filming() {
  const heard = new Set<(progress: ExportProgress) => void>();
  const asked: string[] = [];
  const fetched: string[] = [];
  const named = gate<string | null>();
  const call = async (name: string): Promise<unknown> => {
    asked.push(name);
    if (name !== 'films.start') return { ok: true, value: null };
    const job = await named.wait;
    return { ok: true, value: job === null ? null : { job } };
  };
  const host = { call, on: (_: string, hear: (progress: ExportProgress) => void) => { heard.add(hear); return () => heard.delete(hear); } } as Pick<Host, 'call' | 'on'>;
  const run = createFilmRun(host, (url) => fetched.push(url));
  run.enter();
  return {
    run, asked, fetched, heard, named: named.open,
    written: () => { for (const hear of heard) hear({ job: 'film', state: 'done', path: null, url: '/film' }); },
  };
}

test('a film that is stopped while it is packed is not written', async () => {
  const { run, asked, named } = filming();
  const packed = gate<string>();
  run.begin(BOARD, () => packed.wait);
  await named('film');
  run.stop();
  await packed.open('AAAA');
  expect(asked).toEqual(['films.start']);
  expect(run.saving.getState()).toEqual({ kind: 'stopped' });
});

test('what is being written cannot be stopped, and arrives whoever has left', async () => {
  const { run, asked, fetched, heard, named, written } = filming();
  run.begin(BOARD, () => Promise.resolve('AAAA'));
  await named('film');
  run.stop();
  expect(run.saving.getState()).toEqual({ kind: 'writing' });
  run.leave();
  written();
  expect([asked, fetched, heard.size]).toEqual([['films.start', 'films.write'], ['/film'], 0]);
});

test('one film at a time is asked for, and none is made for whoever left before it had a name', async () => {
  const { run, asked, heard, named } = filming();
  let made = 0;
  const make = (): Promise<string> => { made += 1; return Promise.resolve('AAAA'); };
  run.begin(BOARD, make);
  run.begin(BOARD, make);
  run.leave();
  await named('film');
  expect([asked, made, heard.size]).toEqual([['films.start'], 0, 0]);
});

test('a film that cannot be made is told', async () => {
  const { run, named } = filming();
  run.begin(BOARD, () => Promise.reject(new Error('No encoder for films')));
  await named('film');
  expect(run.saving.getState()).toEqual({ kind: 'failed', trouble: null });
});
