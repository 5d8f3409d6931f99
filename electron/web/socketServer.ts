import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { CALL_NAMES, type CallName, type Events } from '../../shared/contract/contract.ts';
import { SOCKET_PATHS, SOCKET_PROTOCOL, type SocketCall, type SocketMessage } from '../../shared/contract/socketMessages.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { jsonInTurns } from '../services/files/jsonPieces.ts';
import { hearersOf } from '../services/room/hearers.ts';
import type { Answerer, WindowName } from '../services/windowCalls.ts';
import { hasOwnHost, hasOwnOrigin, hasToken } from './requestGuard.ts';

export type SocketServer = {
  /** Tells an event to the pages that it is for. */
  readonly tell: <Name extends keyof Events>(name: Name, event: Events[Name]) => void;
  readonly close: () => void;
};

export type SocketOptions = { readonly token: string; readonly port: () => number; readonly maxMessageBytes: number; readonly answer: Answerer; readonly windowGone: (window: WindowName) => void };

/** A page that takes nothing in for this long a queue is gone or hangs; it rejoins by itself. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
const FAREWELL_MS = 500;
const NAMES: ReadonlySet<string> = new Set(CALL_NAMES);
/** Calls with answers of many megabytes. */
const LARGE: ReadonlySet<string> = new Set<CallName>(['boards.open', 'boards.read']);

/** Takes calls and gives events as JSON over one socket per page. */
export function serveSockets(server: Server, options: SocketOptions): SocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes, handleProtocols: () => SOCKET_PROTOCOL });
  const rooms = new WeakSet<WebSocket>();
  let lines = 0;
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, options);
    if (refusal) refuse(stream, refusal);
    else sockets.handleUpgrade(request, stream, head, (socket) => {
      if (request.url === SOCKET_PATHS.room) rooms.add(socket);
      serveSocket(socket, `line ${(lines += 1)}`, options);
    });
  });
  return {
    tell: (name, event) => {
      const text = JSON.stringify({ event: name, payload: event } satisfies SocketMessage);
      const hearers = hearersOf(name);
      for (const socket of sockets.clients) if (hearers === 'all' || rooms.has(socket) === (hearers === 'room')) send(socket, text);
    },
    close: () => {
      const open = [...sockets.clients];
      for (const socket of open) socket.close(1001);
      sockets.close();
      // A page that hangs does not answer the farewell, and the library would wait for it for half a minute.
      setTimeout(() => { for (const socket of open) socket.terminate(); }, FAREWELL_MS).unref();
    },
  };
}

function refusalOf(request: IncomingMessage, { token, port }: SocketOptions): string | null {
  if (!hasOwnHost(request.headers, port()) || !hasOwnOrigin(request.headers, port())) return '403 Forbidden';
  if (!hasToken(request.headers, token)) return '401 Unauthorized';
  return request.url === SOCKET_PATHS.desk || request.url === SOCKET_PATHS.room ? null : '404 Not Found';
}

function refuse(stream: Duplex, status: string): void {
  stream.on('error', () => { stream.destroy(); });
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** @param window what the line is called for the services: one line, one window */
function serveSocket(socket: WebSocket, window: WindowName, { answer, windowGone }: Pick<SocketOptions, 'answer' | 'windowGone'>): void {
  // The library closes the socket itself, with the code that says why: too large, not text, torn.
  socket.on('error', () => {});
  socket.on('close', () => { windowGone(window); });
  socket.on('message', (data, isBinary) => {
    const call = isBinary ? null : readCall(String(data));
    if (!call) socket.close(1008, 'not a call');
    else void answerCall(socket, call, (name, input) => answer(name, input, window));
  });
}

async function answerCall(socket: WebSocket, { id, call, input }: SocketCall, answer: (name: CallName, input: unknown) => ReturnType<Answerer>): Promise<void> {
  const result = await answer(call as CallName, input).catch((error: unknown): Result<unknown> => ({ ok: false, trouble: { code: 'internal', detail: String(error) } }));
  const message = { id, result } satisfies SocketMessage;
  if (LARGE.has(call) && !held.has(socket)) await sendLarge(socket, message);
  else send(socket, JSON.stringify(message));
}

/** What waits for a large answer that was there before it. */
const held = new WeakMap<WebSocket, string[]>();

/** A whole board takes some tenths of a second to be written as text: others are answered meanwhile, and order stays on this line. */
async function sendLarge(socket: WebSocket, message: SocketMessage): Promise<void> {
  const behind: string[] = [];
  held.set(socket, behind);
  const text = await jsonInTurns(message);
  held.delete(socket);
  for (const next of [text, ...behind]) send(socket, next);
}

function readCall(text: string): SocketCall | null {
  try {
    const value = JSON.parse(text) as Partial<SocketCall> | null;
    const { id, call, input } = value ?? {};
    return Number.isSafeInteger(id) && typeof call === 'string' && NAMES.has(call) ? { id: id as number, call, input } : null;
  } catch {
    return null;
  }
}

function send(socket: WebSocket, text: string): void {
  const behind = held.get(socket);
  if (behind) {
    behind.push(text);
    return;
  }
  if (socket.readyState !== WebSocket.OPEN) return;
  if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate();
  else socket.send(text);
}
