import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { VoterState } from '../../../../shared/contract/phone.ts';
import { boardFolder } from '../../../../electron/services/boards/boardFolder.ts';
import { CONNECTION_LIMITS } from '../../../../electron/services/door/connections.ts';
import { startDoorServer } from '../../../../electron/services/door/doorServer.ts';
import { sendJson } from '../../../../electron/services/door/answers.ts';
import { readJson } from '../../../../electron/services/door/requestChecks.ts';
import { dial, sayRaw, statusOf } from '../../../support/rawSocket.ts';
import { BOARD } from '../sampleBoard.ts';
import { opened, openRoom, panda, rat } from './doorRoom.ts';

const hostOf = (url: string): string => new URL(url).host;
const get = (url: string, path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: ${hostOf(url)}\r\nConnection: close\r\n${more}\r\n`;

const PATIENT = { timeout: 25_000 };

describe('what is served', () => {
  test('the page, packed for those who take it so, and nothing may be kept, framed or loaded from elsewhere', async () => {
    const { phone } = await openRoom();
    const plain = await phone().ask('/');
    expect([plain.status, plain.headers['content-type'], plain.text]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html><title>Stemmen</title>']);
    expect((await phone().ask('/assets/ballot.js')).text).toHaveLength(1000);
    for (const path of ['/', '/api/room', '/api/state', '/nothing']) {
      const { headers } = await phone().ask(path);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/);
      expect(Object.keys(headers).filter((name) => /^(access-control|set-cookie|server|x-powered)/.test(name))).toEqual([]);
    }
  });

  test('packed pages unpack to the same', async () => {
    const { url } = await openRoom();
    const heard = await sayRaw(url, get(url, '/assets/ballot.js', 'Accept-Encoding: gzip, deflate\r\n'));
    expect(heard).toMatch(/content-encoding: gzip/i);
    const body = Buffer.from(heard.slice(heard.indexOf('\r\n\r\n') + 4), 'latin1');
    expect(body.length).toBeLessThan(100);
    expect(gunzipSync(body).toString()).toBe('1;'.repeat(500));
  });
});

describe('a request that is turned away', () => {
  test('for another host than the door\'s own, as a page makes it whose name was bent to this address', async () => {
    const { phone, url } = await openRoom();
    for (const host of ['droomdoek.example', `evil.example:${new URL(url).port}`, '127.0.0.2', 'localhost', `127.0.0.2:${new URL(url).port}.evil.example`]) {
      expect((await phone().ask('/api/room', { headers: { Host: host } })).status).toBe(421);
    }
    expect(statusOf(await sayRaw(url, 'GET / HTTP/1.0\r\n\r\n'))).toBe(421);
    expect((await phone().ask('/api/room')).status).toBe(200);
  });

  test('from another origin, whatever the pass', async () => {
    const { seated, start, url } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    const ballot = ann.ballot(opened.id, [panda]);
    for (const headers of [{ Origin: 'http://evil.example' }, { Origin: 'null' }, { Origin: url.replace('http:', 'https:').replace(/\/$/, '') }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      expect((await ann.post('/api/ballot', ballot, headers)).status).toBe(403);
    }
    expect(await ann.state()).toMatchObject({ mine: null });
    const asked = await ann.ask('/api/ballot', { method: 'OPTIONS', headers: { 'Origin': 'http://evil.example', 'Access-Control-Request-Method': 'POST' } });
    expect(asked.status).toBe(405);
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('with a method that the path does not have', async () => {
    const { phone } = await openRoom();
    for (const [method, path, allow] of [['GET', '/api/ballot', 'POST'], ['PUT', '/api/ballot', 'POST'], ['DELETE', '/api/room', 'GET'], ['POST', '/', 'GET'], ['POST', '/api/picture/panda', 'GET'], ['PATCH', '/api/join', 'POST']] as const) {
      const { status, headers } = await phone().ask(path, { method });
      expect([method, path, status, headers.allow]).toEqual([method, path, 405, allow]);
    }
  });

  test('for a path that is none of ours, however it is written', async () => {
    const { url } = await openRoom();
    const paths = [
      '/../seats.key', '/..%2f..%2fseats.key', '/%2e%2e/%2e%2e/boards/kiel/seats.key', '/assets/../index.html', '/assets/%2e%2e/index.html', '//etc/passwd', '/./',
      '/assets\\..\\index.html', '/index.html%00', '/%00', '/assets', '/assets/', '/assets/ballot.js.map', '/INDEX.HTML', '/api', '/api/', '/api/room/', '/api//room', '/api/picture/', '/api/picture/..%2froom',
      '/api/picture/__proto__', '/__proto__', '/constructor', '/toString', '/boards/kiel/card.json', 'http://evil.example/', `${url}api/room`, '*', '/door.json',
    ];
    for (const path of paths) expect([path, statusOf(await sayRaw(url, get(url, path), `127.0.4.${1 + (path.length % 200)}`))]).toEqual([path, 404]);
    expect(statusOf(await sayRaw(url, get(url, '/index.html\0')))).toBe(400);
    expect(statusOf(await sayRaw(url, get(url, '/api/room?x=../..')))).toBe(200);
  });

  test('for garbage: no JSON, other JSON, another type, no HTTP at all, two lengths', async () => {
    const { seated, start, url } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${ann.pass}` };
    for (const body of ['{', '', 'null', '7', '"panda"', '[]', '{}', '{"round":"r1"}', '{"round":"r1","choices":"panda"}', '{"round":"r1","choices":[7],"count":1}', '{"round":"r1","choices":["panda"]}', '{"round":"r1","choices":["panda"],"count":-1}', '{"round":"r1","choices":["panda"],"count":1e9}', '{"round":"__proto__","choices":[],"count":1}', Buffer.from([0xff, 0xfe, 0])]) {
      expect([body, (await ann.ask('/api/ballot', { method: 'POST', headers, body })).status]).toEqual([body, 400]);
    }
    expect((await ann.ask('/api/ballot', { method: 'POST', headers: { ...headers, 'Content-Type': 'text/plain' }, body: JSON.stringify(ann.ballot(opened.id, [panda])) })).status).toBe(415);
    expect(statusOf(await sayRaw(url, 'hello\r\n\r\n'))).toBe(400);
    expect(statusOf(await sayRaw(url, Buffer.from([0x16, 0x03, 0x01, 0x02, 0, 1, 0, 1, 0xfc])))).toBe(400);
    expect(statusOf(await sayRaw(url, `POST /api/join HTTP/1.1\r\nHost: ${hostOf(url)}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`))).toBe(400);
    expect(statusOf(await sayRaw(url, get(url, '/', `X: ${'y'.repeat(20_000)}\r\n`)))).toBe(431);
    expect(await ann.state()).toMatchObject({ mine: null });
  });

  test('with more than 4 kB to say, announced or not', async () => {
    const { phone, url } = await openRoom();
    const body = JSON.stringify({ code: 'x'.repeat(1_000_000) });
    expect((await phone().ask('/api/join', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }, body })).status).toBe(413);
    const head = `POST /api/join HTTP/1.1\r\nHost: ${hostOf(url)}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
    expect(statusOf(await sayRaw(url, head + chunk + chunk))).toBe(413);
    expect((await phone().join({ code: `${' '.repeat(30)}AAAAAA` })).status).toBe(403);
    expect((await phone().join({ code: 'A'.repeat(41) })).status).toBe(400);
  });
});

describe('somebody who guesses', () => {
  test('has eight tries; then not even a right code is taken from there, while others and those who were in go on', async () => {
    const { phone, codes, start } = await openRoom();
    const own = phone('127.0.5.1');
    await own.join({ code: codes('t1')[0]! });
    await start();
    const guesser = phone('127.0.5.1');
    const tries = [];
    for (let i = 0; i < 10; i++) tries.push((await guesser.join({ code: `AAAAA${'ACDEFGHJKM'[i]}` })).status);
    expect(tries).toEqual([...Array<number>(8).fill(403), 429, 429]);
    expect((await guesser.join({ code: codes('t2')[0]! })).json).toEqual({ refused: 'tooManyTries' });
    expect((await guesser.ask('/api/state', { headers: { Authorization: `Bearer ${codes('t2')[0]}` } })).status).toBe(429);
    expect((await guesser.ask(`/api/events?pass=${codes('t2')[0]}`)).status).toBe(429);
    expect((await guesser.post('/api/ballot', guesser.ballot(opened.id, [panda]), { Authorization: `Bearer ${codes('t2')[0]}` })).status).toBe(429);
    expect(await own.vote(opened.id, [panda])).toMatchObject({ outcome: 'cast' });
    expect((await phone('127.0.5.2').join({ code: codes('t2')[0]! })).status).toBe(200);
  });

  test('has no more tries by way of passes', async () => {
    const { phone } = await openRoom();
    const guesser = phone('127.0.5.3');
    const tries = [];
    for (let i = 0; i < 10; i++) tries.push((await guesser.ask('/api/state', { headers: { Authorization: `Bearer AAAAA${i}` } })).status);
    expect(tries).toEqual([...Array<number>(8).fill(401), 429, 429]);
  });
});

describe('somebody who reads the card of a neighbour', () => {
  test('gets nothing for its code: neither the vote nor a pass, from any address, with any mark', async () => {
    const { seated, phone, codes, start } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    await ann.vote(opened.id, [panda]);
    for (const from of ['127.0.5.11', '127.0.5.12', '127.0.5.13']) {
      const reader = phone(from);
      expect((await reader.join({ code: codes('t1')[0]! })).json).toEqual({ refused: 'seatTaken', table: 1, seat: 1 });
      const forged = [codes('t1')[0]!, `seat.t1.1.0.${reader.device}.${'A'.repeat(22)}`, ann.pass.replace(ann.device, reader.device), ann.pass.replace('.1.0.', '.1.1.'), ann.pass.replace('.1.', '.2.')];
      for (const pass of forged) expect((await reader.ask('/api/state', { headers: { Authorization: `Bearer ${pass}` } })).status).toBe(401);
    }
    for (const device of ['', 'short', 'x'.repeat(41), '../../etc/passwd', '__proto__________']) {
      expect((await phone().post('/api/join', { device, code: codes('t1')[1]! })).status).toBe(400);
    }
    expect((await phone().post('/api/join', { code: codes('t1')[1]! })).status).toBe(400);
    expect(await ann.state()).toMatchObject({ mine: ['panda'] });
  });

  test('of many that race for one code, one gets it, and there is one ballot', async () => {
    const { phone, codes, start, ask } = await openRoom();
    await start();
    const racers = Array.from({ length: 20 }, () => phone());
    const answers = await Promise.all(racers.map(async (racer) => {
      const { status } = await racer.join({ code: codes('t2')[3]! });
      return status === 200 ? (await racer.vote(opened.id, [rat])).outcome : status;
    }));
    expect(answers.filter((answer) => answer === 'cast')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 403)).toHaveLength(19);
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 1 });
  });
});

describe('a seat that the facilitator frees', () => {
  test('is lost to the phone that had it, with its ballot, which is a correction; the next one votes, once', async () => {
    const { seated, phone, codes, start, ask } = await openRoom();
    const dead = await seated('t1', 1);
    const other = await seated('t1', 2);
    await start();
    await dead.vote(opened.id, [panda]);
    await other.vote(opened.id, [panda]);
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => { end = resolve; });
    await dead.listen(() => undefined, () => { end(); });
    const cards = async () => (await ask('door.seats', { board: BOARD }))[0]?.taken;
    expect(await cards()).toEqual([{ seat: 2, here: true }, { seat: 3, here: false }]);
    expect((await ask('door.freeSeat', { board: BOARD, table: 't1' as never, seat: 2 }))[0]?.taken).toEqual([{ seat: 3, here: false }]);
    await ended;
    expect((await dead.ask('/api/state', { headers: { Authorization: `Bearer ${dead.pass}` } })).status).toBe(401);
    expect((await dead.post('/api/ballot', dead.ballot(opened.id, [panda]))).status).toBe(401);
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 1, corrections: 1 });
    const next = phone();
    expect((await next.join({ code: codes('t1')[1]! })).status).toBe(200);
    expect(await next.state()).toMatchObject({ mine: null, count: 0 });
    expect((await next.vote(opened.id, [rat])).outcome).toBe('cast');
    expect((await dead.post('/api/ballot', dead.ballot(opened.id, [panda]))).status).toBe(401);
    // A seat that nobody has, or that is none.
    await ask('door.freeSeat', { board: BOARD, table: 't1' as never, seat: 5 });
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 2, corrections: 1 });
    await expect(ask('door.freeSeat', { board: BOARD, table: 't1' as never, seat: 99 })).rejects.toThrow('call.invalid');
    await expect(ask('door.freeSeat', { board: BOARD, table: 't9' as never, seat: 1 })).rejects.toThrow('call.invalid');
  });

  test('stays with its phone when the disk refuses, which then hears that its ballot is void and votes anew', async () => {
    const { seated, start, ask, data } = await openRoom();
    // In the way of the file in which seats are kept, which is made only when somebody came in.
    await mkdir(join(boardFolder(data, BOARD).seatClaims, 'full'), { recursive: true });
    const ann = await seated('t1', 1);
    await start();
    await ann.vote(opened.id, [panda]);
    let empty = (): void => undefined;
    const emptied = new Promise<void>((resolve) => { empty = resolve; });
    await ann.listen((state: VoterState) => { if (state.phase === 'vote' && state.mine === null) empty(); });
    await expect(ask('door.freeSeat', { board: BOARD, table: 't1' as never, seat: 2 })).rejects.toThrow();
    await emptied;
    expect((await ann.vote(opened.id, [rat])).outcome).toBe('cast');
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 1 });
  });

  test('counts no ballot of the phone that lost it, however the two race', async () => {
    const { seated, start, ask, phone, codes } = await openRoom();
    await start();
    for (let turn = 0; turn < 8; turn++) {
      const old = await seated('t1', turn);
      const votes = Array.from({ length: 4 }, (_, i) => old.post('/api/ballot', old.ballot(opened.id, [[panda, rat][i % 2]!])).then(({ status }) => status));
      const freed = ask('door.freeSeat', { board: BOARD, table: 't1' as never, seat: turn + 1 });
      const late = Array.from({ length: 4 }, () => old.post('/api/ballot', old.ballot(opened.id, [panda])).then(({ status }) => status));
      await Promise.all([freed, ...votes, ...late]);
      const next = phone();
      await next.join({ code: codes('t1')[turn]! });
      expect(await next.state()).toMatchObject({ mine: null, count: 0 });
    }
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 0 });
  });

  test('together with all others is free before a session, and not once phones have voted', async () => {
    const { seated, phone, codes, start, ask } = await openRoom();
    const old = await seated('t1', 0);
    await seated('t3', 2);
    expect((await ask('door.freeSeats', { board: BOARD })).flatMap(({ taken }) => taken)).toEqual([]);
    expect((await old.ask('/api/state', { headers: { Authorization: `Bearer ${old.pass}` } })).status).toBe(401);
    const fresh = phone();
    expect((await fresh.join({ code: codes('t1')[0]! })).status).toBe(200);
    await start();
    await fresh.vote(opened.id, [panda]);
    await expect(ask('door.freeSeats', { board: BOARD })).rejects.toThrow('door.ballots');
    expect(await fresh.state()).toMatchObject({ mine: ['panda'] });
  });
});

describe('too much at once', () => {
  test('from one address is slowed down there and nowhere else', async () => {
    const { phone } = await openRoom();
    const greedy = phone('127.0.6.1');
    const statuses = await Promise.all(Array.from({ length: 300 }, async () => (await greedy.ask('/api/room')).status));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect((await phone('127.0.6.2').ask('/api/room')).status).toBe(200);
  });

  test('connections of one address end at its limit; another phone comes in', async () => {
    const { url, phone } = await openRoom();
    const sockets = await Promise.all(Array.from({ length: 80 }, () => dial(url, '127.0.6.3')));
    onTestFinished(() => { for (const socket of sockets) socket.destroy(); });
    await expect.poll(() => sockets.filter((socket) => !socket.destroyed).length, PATIENT).toBe(CONNECTION_LIMITS.perAddress);
    expect((await phone('127.0.6.4').ask('/api/room')).status).toBe(200);
  });

  test('two thousand sockets from everywhere leave the server standing, and it answers as soon as they are gone', async () => {
    const { url, phone, seated, start } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    await ann.listen(() => undefined);
    const sockets = await Promise.all(Array.from({ length: 2000 }, (_, i) => dial(url, `127.0.${10 + Math.floor(i / 200)}.${1 + (i % 200)}`)));
    await expect.poll(() => sockets.filter((socket) => !socket.destroyed).length, PATIENT).toBeLessThanOrEqual(CONNECTION_LIMITS.inAll);
    // Who was connected before goes on meanwhile.
    expect(await ann.vote(opened.id, [panda])).toEqual({ status: 200, outcome: 'cast' });
    await Promise.all(sockets.map(async (socket) => {
      if (socket.destroyed) return;
      socket.destroy();
      await once(socket, 'close');
    }));
    await expect.poll(async () => (await phone().ask('/api/room').catch(() => null))?.status, PATIENT).toBe(200);
  }, 60_000);

  test('a request again, byte for byte, changes nothing', async () => {
    const { seated, start, ask, url } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    const body = JSON.stringify(ann.ballot(opened.id, [rat]));
    const bytes = `POST /api/ballot HTTP/1.1\r\nHost: ${hostOf(url)}\r\nConnection: close\r\nAuthorization: Bearer ${ann.pass}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    for (let i = 0; i < 5; i++) expect(statusOf(await sayRaw(url, bytes))).toBe(200);
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 1 });
  });
});

describe('a connection that dawdles', () => {
  async function serverWith(limits: Partial<typeof CONNECTION_LIMITS>): Promise<string> {
    const server = await startDoorServer({
      address: '127.0.0.2', ports: [0], now: Date.now, failed: () => undefined, limits: { ...CONNECTION_LIMITS, ...limits },
      answer: async ({ request, response }) => {
        if (request.method === 'POST') await readJson(request);
        sendJson(response, 200, {});
      },
    });
    onTestFinished(() => server.close());
    return `http://${server.host}/`;
  }

  test('is closed when it says nothing, or only the beginning of a request, or that over and over a letter at a time', async () => {
    const url = await serverWith({ headMs: 300 });
    expect(await sayRaw(url, '')).toBe('');
    expect(await sayRaw(url, 'GET / HTTP/1.1\r\nHost: ')).toBe('');
    const socket = await dial(url);
    const drip = setInterval(() => { socket.write('x'); }, 50);
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nX-Long: ');
    await once(socket, 'close');
    clearInterval(drip);
  });

  test('is closed when it is silent after an answer, or stops in the middle of a body', async () => {
    const url = await serverWith({ headMs: 300, idleMs: 600 });
    const heard = await sayRaw(url, `GET / HTTP/1.1\r\nHost: ${hostOf(url)}\r\n\r\n`);
    expect(statusOf(heard)).toBe(200);
    await sayRaw(url, `POST / HTTP/1.1\r\nHost: ${hostOf(url)}\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{"co`);
  });
});
