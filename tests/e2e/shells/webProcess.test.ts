import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { projectRoot } from '../../../electron/launch/projectRoot.mjs';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { CallName, Calls, Events } from '../../../shared/contract/contract.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { Result } from '../../../shared/contract/trouble.ts';
import { environmentOf, makeHome, removeHome } from '../../support/electronApp.ts';

/** The browser shell as a process of its own, and a page's socket to it. */
type Shell = { readonly process: ChildProcess; readonly lines: readonly string[]; readonly ended: Promise<number | null>; readonly url: URL };

const REQUEST: ExportRequest = { format: 'md', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl' };

let home: string;
let temporary: string;
let shell: Shell;

beforeEach(async () => {
  home = await makeHome();
  temporary = join(home, 'tmp');
  await mkdir(temporary);
  shell = await startShell();
});

afterEach(async () => {
  shell.process.kill('SIGKILL');
  await shell.ended;
  await removeHome(home);
});

async function startShell(...args: readonly string[]): Promise<Shell> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/web.cjs'), '--no-open', ...args], { cwd: home, env: environmentOf(home, { TMPDIR: temporary }), stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  const first = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => { lines.push(line); resolve(); });
  });
  await first;
  return { process: child, lines, ended, url: new URL(/http:\S+/.exec(lines[0] ?? '')?.[0] ?? 'http://nowhere') };
}

type Line = {
  readonly ask: <Name extends CallName>(name: Name, input: Calls[Name]['in']) => Promise<Calls[Name]['out']>;
  readonly progress: readonly Events['exports.progress'][];
};

async function connect({ url }: Shell): Promise<Line> {
  const socket = new WebSocket(`ws://${url.host}/socket`, ['droomdoek', url.hash.replace('#token=', '')], { origin: url.origin });
  const answers = new Map<number, (result: Result<never>) => void>();
  const progress: Events['exports.progress'][] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id: number; result: Result<never> } | { event: string; payload: Events['exports.progress'] };
    if ('event' in message) { if (message.event === 'exports.progress') progress.push(message.payload); }
    else answers.get(message.id)?.(message.result);
  });
  await new Promise((resolve, reject) => { socket.once('open', resolve).once('error', reject); });
  let last = 0;
  return {
    progress,
    ask: async (name, input) => {
      const id = (last += 1);
      const result = await new Promise<Result<never>>((resolve) => {
        answers.set(id, resolve);
        socket.send(JSON.stringify({ id, call: name, input }));
      });
      if (!result.ok) throw new Error(`${result.trouble.code} ${result.trouble.detail}`);
      return result.value;
    },
  };
}

async function boardNamed(line: Line, title: string): Promise<BoardId> {
  const { board } = await line.ask('boards.create', { document: { board: emptyBoard({ id: asId<BoardId>('new'), title, locale: 'nl', createdMs: 0 }), inks: {} }, assets: [] });
  await line.ask('boards.open', { board });
  return board;
}

test('one line is printed, with the address', () => {
  expect(shell.lines).toEqual([expect.stringMatching(/^Droomdoek: http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{24}$/)]);
});

test('a board goes out by a download that works once', async () => {
  const line = await connect(shell);
  const saved = await line.ask('boards.saveAs', { board: await boardNamed(line, 'Droomwijk Kiel') });
  expect(saved?.path).toBeNull();
  const address = new URL(saved?.url ?? '', shell.url);
  const answer = await fetch(address);
  expect(answer.headers.get('content-disposition')).toContain('Kiel.doek');
  // A zip whose first entry says what it is.
  expect(Buffer.from(await answer.arrayBuffer()).subarray(30, 38).toString()).toBe('mimetype');
  expect((await fetch(address)).status).toBe(404);
});

test('a finished export becomes a download, and no path of this machine is told', async () => {
  const line = await connect(shell);
  const started = await line.ask('exports.start', { board: await boardNamed(line, 'Droomwijk Kiel'), request: REQUEST });
  await expect.poll(() => line.progress.at(-1)?.state, { timeout: 20_000 }).toBe('done');
  const done = line.progress.at(-1);
  expect(done).toMatchObject({ job: started?.job, path: null });
  const url = done?.state === 'done' ? done.url : null;
  expect(await (await fetch(new URL(url ?? '', shell.url))).text()).toContain('Droomwijk Kiel');
});

test('an interrupt ends it with every change on the disk and nothing left behind', async () => {
  const line = await connect(shell);
  const board = await boardNamed(line, 'Droomwijk');
  await line.ask('board.do', { board, opId: 'op-1', command: { type: 'board.rename', title: 'Droomwijk Kiel' } });
  await line.ask('boards.saveAs', { board });
  shell.process.kill('SIGINT');
  expect(await shell.ended).toBe(0);
  expect((await readdir(temporary)).filter((name) => name.startsWith('droomdoek'))).toEqual([]);
  const folder = join(home, '.local/share/droomdoek/boards', board);
  const newest = (await readdir(folder)).filter((name) => name.startsWith('snapshot')).sort().at(-1) ?? '';
  expect(await readFile(join(folder, newest), 'utf8')).toContain('Droomwijk Kiel');
});

test('a port that is taken is said in one line', async () => {
  const second = await startShell(`--port=${shell.url.port}`);
  expect(await second.ended).toBe(1);
  expect(second.lines).toEqual([expect.stringContaining('EADDRINUSE')]);
});

test('a board that cannot be read is said, and the app opens without it', async () => {
  const second = await startShell('--lang=en', join(home, 'nowhere.doek'));
  expect(second.lines[0]).toMatch(/file/i);
  await expect.poll(() => second.lines[1]).toMatch(/^Droomdoek: http/);
  second.process.kill('SIGINT');
  expect(await second.ended).toBe(0);
});
