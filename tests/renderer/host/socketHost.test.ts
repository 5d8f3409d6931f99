import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Line } from '../../../renderer/host/connectedHost.ts';
import { isLineLost } from '../../../renderer/host/lostLine.ts';
import { socketHost, type SocketSurroundings } from '../../../renderer/host/socketHost.ts';

type Call = { readonly id: number; readonly call: string; readonly input: unknown };

/** A server whose answers the test gives itself. */
type Shell = { readonly server: Server; readonly sockets: WebSocketServer; readonly calls: Call[]; answering: boolean };

let shell: Shell;
let port = 0;
let pausesMs: number[];
/** A window never gives up; at the end of its test it has to. */
let run = 0;

async function startShell(atPort = 0): Promise<Shell> {
  const server = createServer();
  const started: Shell = { server, sockets: new WebSocketServer({ server }), calls: [], answering: true };
  started.sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const call = JSON.parse(String(data)) as Call;
      started.calls.push(call);
      if (started.answering) socket.send(JSON.stringify({ id: call.id, result: { ok: true, value: call.call } }));
    });
  });
  await new Promise<void>((resolve) => { server.listen(atPort, '127.0.0.1', resolve); });
  port = (server.address() as AddressInfo).port;
  return started;
}

async function stopShell({ server, sockets }: Shell): Promise<void> {
  const closed = new Promise((resolve) => { server.close(resolve); });
  server.closeAllConnections();
  for (const socket of sockets.clients) socket.terminate();
  await closed;
}

function surroundings(): SocketSurroundings {
  const mine = run;
  return {
    open: ({ opened, heard, closed }) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`);
      socket.on('error', () => {});
      socket.on('open', opened).on('message', (data) => { heard(String(data)); }).on('close', closed);
      return { send: (text) => { socket.send(text); } };
    },
    wait: (ms, go) => {
      if (mine !== run) return;
      pausesMs.push(ms);
      setTimeout(go, 1);
    },
  };
}

beforeEach(async () => {
  pausesMs = [];
  shell = await startShell();
});
afterEach(() => {
  run += 1;
  return stopShell(shell);
});

describe('a window over a socket', () => {
  test('calls before the line stands, and gets its answers', async () => {
    const host = socketHost(surroundings());
    const answers = await Promise.all([host.call('boards.list', {}), host.call('app.info', {})]);
    expect(answers).toEqual([{ ok: true, value: 'boards.list' }, { ok: true, value: 'app.info' }]);
  });

  test('hears events until it stops listening', async () => {
    const host = socketHost(surroundings());
    const heard: unknown[] = [];
    const stop = host.on('room.live', (event) => { heard.push(event); });
    await host.call('app.info', {});
    const send = (at: number): void => { for (const socket of shell.sockets.clients) socket.send(JSON.stringify({ event: 'room.live', payload: { kind: 'laser', at: { x: at, y: 0 } } })); };
    send(1);
    await host.call('app.info', {});
    stop();
    send(2);
    await host.call('app.info', {});
    expect(heard).toEqual([{ kind: 'laser', at: { x: 1, y: 0 } }]);
  });

  test('knows which call was lost with the line, and sends nothing twice', async () => {
    const host = socketHost(surroundings());
    await host.call('app.info', {});
    shell.answering = false;
    const onItsWay = host.call('board.undo', { board: 'b' as never });
    await expect.poll(() => shell.calls.length).toBe(2);
    shell.answering = true;
    for (const socket of shell.sockets.clients) socket.terminate();
    const result = await onItsWay;
    expect(result.ok ? null : isLineLost(result.trouble)).toBe(true);
    await host.call('boards.list', {});
    expect(shell.calls.map(({ call }) => call)).toEqual(['app.info', 'board.undo', 'boards.list']);
  });

  test('waits for a server that is away, rejoins first, and then sends what waited', async () => {
    const host = socketHost(surroundings());
    const lines: Line[] = [];
    host.onLine((line) => {
      lines.push(line);
      if (line === 'reconnected') void host.call('boards.open', { board: 'b' as never });
    });
    await host.call('app.info', {});
    const before = port;
    await stopShell(shell);
    await expect.poll(() => pausesMs.length).toBeGreaterThan(2);
    const waiting = host.call('boards.list', {});
    shell = await startShell(before);
    expect(await waiting).toEqual({ ok: true, value: 'boards.list' });
    expect(lines).toEqual(['lost', 'reconnected']);
    expect(shell.calls.map(({ call }) => call)).toEqual(['boards.open', 'boards.list']);
    expect(pausesMs.slice(0, 3)).toEqual([0, 200, 500]);
  });
});
