import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Services } from '../../../electron/services/createServices.ts';
import { createDownloads, type Downloads } from '../../../electron/web/downloads.ts';
import { removingDownloads } from '../../../electron/web/webCalls.ts';
import { createUpload } from '../../../electron/web/uploads.ts';
import { startWebServer, type WebServer } from '../../../electron/web/webServer.ts';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { OpenedBoard } from '../../../shared/contract/boards.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';

const TOKEN = 'a-token-of-this-run';
const MAX_MESSAGE_BYTES = 50_000;
const OPENED: OpenedBoard = {
  board: emptyBoard({ id: asId('taken'), title: 'Droomwijk Kiel', locale: 'nl', createdMs: 1 }), inks: {}, seq: 0, history: { undo: null, redo: null }, recovered: null,
  saved: { board: asId('taken'), safeSeq: 0, savedMs: 1, trouble: null }, filePath: null,
};

let folder: string;
let downloads: Downloads;
let server: WebServer;
/** What was uploaded, as the services find it. */
let taken: Buffer[];
let sentAs: (string | null)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-web-'));
  await mkdir(join(folder, 'page/assets'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<!doctype html><title>Droomdoek</title>');
  await writeFile(join(folder, 'page/assets/tiles-1a2b.js'), 'export const tiles = 1;');
  await mkdir(join(folder, 'in'));
  taken = [];
  sentAs = [];
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  let tickets = 0;
  downloads = createDownloads(() => `ticket-${(tickets += 1)}`);
  server = await startWebServer({
    pageFolder: join(folder, 'page'), token: TOKEN, port: 0, maxMessageBytes: MAX_MESSAGE_BYTES, downloads,
    upload: createUpload({ folder: join(folder, 'in'), mostBytes: MAX_MESSAGE_BYTES, importFile: async (path, sent) => {
      taken.push(await readFile(path));
      sentAs.push(sent);
      if (taken[0]?.toString() === 'damaged') throw new TroubleError('file.damaged', 'here');
      return asId<BoardId>('taken');
    }, open: () => Promise.resolve({ ok: true, value: OPENED }) }),
    answer: (name, input) => name === 'settings.get' ? Promise.reject(new Error('broken')) : Promise.resolve({ ok: true, value: { name, input } }),
    windowGone: () => undefined,
  });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A request as a browser would not send it: the path goes out as it is. */
function ask(path: string, options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: Buffer } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method: options.method ?? 'GET', headers: options.headers ?? {} }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => { body += text; });
      response.on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body }); });
    });
    sent.on('error', reject).end(options.body);
  });
}

type Opened = { readonly status: 101; readonly socket: WebSocket } | { readonly status: number; readonly socket: null };

function openSocket(options: { readonly token?: string; readonly origin?: string; readonly host?: string; readonly path?: string } = {}): Promise<Opened> {
  const protocols = options.token === undefined ? ['droomdoek', TOKEN] : ['droomdoek', ...(options.token ? [options.token] : [])];
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${options.path ?? '/socket'}`, protocols, {
    origin: options.origin ?? `http://127.0.0.1:${server.port}`,
    ...(options.host ? { headers: { host: options.host } } : {}),
  });
  return new Promise((resolve, reject) => {
    socket.once('open', () => { resolve({ status: 101, socket }); });
    socket.once('unexpected-response', (_request, response) => { socket.terminate(); resolve({ status: response.statusCode ?? 0, socket: null }); });
    socket.once('error', reject);
  });
}

async function openedSocket(path = '/socket'): Promise<WebSocket> {
  const { socket } = await openSocket({ path });
  if (!socket) throw new Error('refused');
  return socket;
}

const nextMessage = (socket: WebSocket): Promise<unknown> => new Promise((resolve) => { socket.once('message', (data) => { resolve(JSON.parse(String(data))); }); });
const closedWith = (socket: WebSocket): Promise<number> => new Promise((resolve) => { socket.once('close', resolve); });

describe('the page', () => {
  test('is looked for anew each time, and what is named by its content is kept', async () => {
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/assets/tiles-1a2b.js')).headers['cache-control']).toBe('max-age=31536000, immutable');
    expect((await ask('/assets/gone-1a2b.js')).headers['cache-control']).toBe('no-cache');
  });

  test('comes with a policy that lets nothing in, on page and worker alike', async () => {
    for (const [path, mime] of [['/', 'text/html; charset=utf-8'], ['/assets/tiles-1a2b.js', 'text/javascript; charset=utf-8']] as const) {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe(mime);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; worker-src 'self';/);
      expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test.each([
    '/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt', '/....//secret.txt',
    '//secret.txt', '/.\\..\\secret.txt', '/assets/%00', '/assets', '/secret.txt', '/%', 'http://127.0.0.1/../secret.txt',
  ])('is all that can be read: not %s', async (path) => {
    const { status, body, headers } = await ask(path);
    expect(status).toBe(404);
    expect(body).toBe('Not found');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('is refused to a page from elsewhere that pretends to live here', async () => {
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask('/', { headers: { host: `evil.example:${server.port}` } })).status).toBe(403);
    expect((await ask('/', { headers: { host: `localhost:${server.port}` } })).status).toBe(200);
  });

  test('takes no other methods', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect((await ask('/', { method: 'HEAD' })).body).toBe('');
  });

  test('is not to be had from another machine', async () => {
    const refused = new Promise((resolve) => { connect(server.port, '127.0.0.2').once('error', resolve).once('connect', () => { resolve('connected'); }); });
    expect(await refused).toBeInstanceOf(Error);
  });
});

describe('calls', () => {
  test('are answered by name and number', async () => {
    const socket = await openedSocket();
    const answer = nextMessage(socket);
    socket.send(JSON.stringify({ id: 7, call: 'boards.list', input: {} }));
    expect(await answer).toEqual({ id: 7, result: { ok: true, value: { name: 'boards.list', input: {} } } });
  });

  test('that break the services come back as data', async () => {
    const socket = await openedSocket();
    const answer = nextMessage(socket);
    socket.send(JSON.stringify({ id: 1, call: 'settings.get', input: {} }));
    expect(await answer).toMatchObject({ id: 1, result: { ok: false, trouble: { code: 'internal' } } });
  });

  test('need the token of this run', async () => {
    expect((await openSocket({ token: '' })).status).toBe(401);
    expect((await openSocket({ token: 'a-token-of-that-run' })).status).toBe(401);
  });

  test('need a page that came from here', async () => {
    expect((await openSocket({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await openSocket({ origin: `https://127.0.0.1:${server.port}` })).status).toBe(403);
    expect((await openSocket({ host: `evil.example:${server.port}` })).status).toBe(403);
    expect((await openSocket({ path: '/elsewhere' })).status).toBe(404);
  });

  test.each([['nothing', '{}'], ['an unknown name', '{"id":1,"call":"boards.burn","input":{}}'], ['something from the prototype', '{"id":1,"call":"toString"}'], ['no JSON', '{'], ['null', 'null']])(
    'with %s close the socket and nothing else', async (_what, text) => {
      const [bad, good] = [await openedSocket(), await openedSocket()];
      bad.send(text);
      expect(await closedWith(bad)).toBe(1008);
      const answer = nextMessage(good);
      good.send(JSON.stringify({ id: 2, call: 'boards.list', input: {} }));
      expect(await answer).toMatchObject({ id: 2 });
    },
  );

  test('that are too large close the socket, and the server stays', async () => {
    const socket = await openedSocket();
    socket.send(JSON.stringify({ id: 1, call: 'boards.list', input: 'x'.repeat(MAX_MESSAGE_BYTES) }));
    expect(await closedWith(socket)).toBe(1009);
    expect((await ask('/')).status).toBe(200);
  });
});

test('an event reaches every page', async () => {
  const [desk, room] = [await openedSocket(), await openedSocket()];
  const heard = Promise.all([nextMessage(desk), nextMessage(room)]);
  server.tell('room.state', { open: true, display: null, view: null });
  const message = { event: 'room.state', payload: { open: true, display: null, view: null } };
  expect(await heard).toEqual([message, message]);
});

describe('a download', () => {
  test('can be fetched once, under its own name', async () => {
    const path = join(folder, 'export.pdf');
    await writeFile(path, 'the picture');
    const address = downloads.offer(path, 'Droomwijk Kiel – één.pdf');
    const first = await ask(address);
    expect(first).toMatchObject({ status: 200, body: 'the picture' });
    expect(first.headers['content-disposition']).toBe(`attachment; filename="Droomwijk Kiel _ __n.pdf"; filename*=UTF-8''Droomwijk%20Kiel%20%E2%80%93%20%C3%A9%C3%A9n.pdf`);
    expect((await ask(address)).status).toBe(404);
    await expect.poll(() => stat(path).then(() => 'there', () => 'gone')).toBe('gone');
  });

  test('to be printed opens as a PDF, also when its tab is loaded anew, and gives way to the next one', async () => {
    const [first, second] = [join(folder, 'one.pdf'), join(folder, 'two.pdf')];
    await writeFile(first, 'sheets');
    await writeFile(second, 'more sheets');
    const address = downloads.show(first, 'Kiel.pdf');
    for (let times = 0; times < 2; times++) {
      const answer = await ask(address);
      expect(answer).toMatchObject({ status: 200, body: 'sheets' });
      expect([answer.headers['content-type'], answer.headers['content-disposition']]).toEqual(['application/pdf', `inline; filename="Kiel.pdf"; filename*=UTF-8''Kiel.pdf`]);
    }
    const next = downloads.show(second, 'Kiel.pdf');
    expect([(await ask(address)).status, (await ask(next)).body]).toEqual([404, 'more sheets']);
    await expect.poll(() => stat(first).then(() => 'there', () => 'gone')).toBe('gone');
  });

  test('is gone before people are erased, also one that is looked at, and stays with every other call', async () => {
    const [shown, waiting] = [join(folder, 'charter.pdf'), join(folder, 'contacts.pdf')];
    for (const path of [shown, waiting]) await writeFile(path, 'names');
    const addresses = [downloads.show(shown, 'Charter.pdf'), downloads.offer(waiting, 'Contactlijst.pdf')];
    const left: boolean[] = [];
    const handle = removingDownloads((async () => { left.push((await readdir(folder)).includes('charter.pdf')); return { ok: true, value: null }; }) as Services['handle'], downloads);
    await handle('people.get', { board: 'kiel' });
    expect((await ask(addresses[0] as string)).body).toBe('names');
    await handle('people.erase', { board: 'kiel' });
    expect(left).toEqual([true, false]);
    for (const address of addresses) expect((await ask(address)).status).toBe(404);
    expect((await readdir(folder)).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  });

  test('is not spent by a question about it, nor found by guessing', async () => {
    const path = join(folder, 'board.doek');
    await writeFile(path, 'the board');
    const address = downloads.offer(path, 'board.doek');
    expect((await ask(address, { method: 'HEAD' })).status).toBe(405);
    expect((await ask('/download/ticket-2')).status).toBe(404);
    expect((await ask('/download/..')).status).toBe(404);
    expect((await ask(address, { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(address)).body).toBe('the board');
  });
});

test('each page hears what is for it: the first marks of a file only the desk, live ink only the room', async () => {
  const [desk, room] = [await openedSocket(), await openedSocket('/socket?room')];
  const heardBy = (socket: WebSocket): Promise<readonly string[]> => new Promise((resolve) => {
    const heard: string[] = [];
    socket.on('message', (data) => {
      heard.push((JSON.parse(String(data)) as { readonly event: string }).event);
      if (heard.includes('boards.listed')) resolve(heard);
    });
  });
  const both = Promise.all([heardBy(desk), heardBy(room)]);
  server.tell('boards.firstMarks', { document: null, sent: null });
  server.tell('room.live', { kind: 'laser', at: null });
  server.tell('boards.listed', []);
  expect(await both).toEqual([['boards.firstMarks', 'boards.listed'], ['room.live', 'boards.listed']]);
});

test('what happens while a whole board is on its way comes after it', async () => {
  const socket = await openedSocket();
  const heard: unknown[] = [];
  const both = new Promise<void>((resolve) => { socket.on('message', (data) => { if (heard.push(JSON.parse(String(data))) === 3) resolve(); }); });
  const inks = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`i${i}`, 'x'.repeat(8)]));
  socket.send(JSON.stringify({ id: 1, call: 'boards.open', input: { board: 'b', inks } }));
  socket.send(JSON.stringify({ id: 2, call: 'app.info', input: {} }));
  const firstAnswer = new Promise<void>((resolve) => { socket.once('message', () => { resolve(); }); });
  await firstAnswer;
  server.tell('boards.listed', []);
  await both;
  expect(heard.map((message) => (message as { id?: number; event?: string }).id ?? (message as { event: string }).event)).toEqual([1, 2, 'boards.listed']);
  expect(heard[0]).toEqual({ id: 1, result: { ok: true, value: { name: 'boards.open', input: { board: 'b', inks } } } });
});

describe('a file that is sent', () => {
  const own = (): Record<string, string> => ({ origin: `http://127.0.0.1:${server.port}`, 'x-droomdoek-token': TOKEN });
  const send = (body: Buffer, headers = own()): Promise<Answer> => ask('/import', { method: 'POST', headers, body });

  test('arrives as it is, and nothing of it stays behind', async () => {
    const body = Buffer.from(Uint8Array.from({ length: 15_000 }, (_, i) => i % 251));
    const answer = await send(body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { board: 'taken', opened: null } });
    expect(taken[0]?.equals(body)).toBe(true);
    expect(await readdir(join(folder, 'in'))).toEqual([]);
  });

  test('is answered with its board opened when the page says that it opens it', async () => {
    const answer = await send(Buffer.from('board'), { ...own(), 'x-droomdoek-opening': 'leaf-7' });
    await send(Buffer.from('board to be read'));
    expect(sentAs).toEqual(['leaf-7', null]);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { board: 'taken', opened: OPENED } });
  });

  test('that is damaged is refused with what is wrong with it', async () => {
    expect(JSON.parse((await send(Buffer.from('damaged'))).body)).toEqual({ ok: false, trouble: { code: 'file.damaged', detail: 'here' } });
    expect(await readdir(join(folder, 'in'))).toEqual([]);
  });

  test('that is too large never reaches the services', async () => {
    const answer = await send(Buffer.alloc(MAX_MESSAGE_BYTES + 1));
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, trouble: { code: 'file.tooLarge' } });
    expect(taken).toEqual([]);
    expect(await readdir(join(folder, 'in'))).toEqual([]);
  });

  test.each([
    ['from another page', 403, { origin: 'http://elsewhere.example' }],
    ['without the token', 401, { 'x-droomdoek-token': '' }],
    ['with another token', 401, { 'x-droomdoek-token': 'a-token-of-last-run' }],
    ['to another name', 403, { host: 'elsewhere.example' }],
  ])('%s is refused unread', async (_name, status, headers) => {
    expect((await send(Buffer.from('board'), { ...own(), ...headers })).status).toBe(status);
    expect(taken).toEqual([]);
  });
});
