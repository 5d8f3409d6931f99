import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { errnoOf } from '../files/fileTrouble.ts';
import { Allowance } from './allowance.ts';
import { Refused, sendRefusal } from './answers.ts';
import { CONNECTION_LIMITS, watchConnections, type ConnectionLimits } from './connections.ts';
import { checkHost } from './requestChecks.ts';

/** One request, with the address of who asks: kept in memory for limits, written nowhere. */
export type DoorRequest = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly from: string;
  /** Where the door stands, address and port. */
  readonly host: string;
  /** The path as it came, still encoded, and what follows the question mark. */
  readonly path: string;
  readonly query: string;
};

export type DoorServerOptions = {
  readonly address: string;
  /** Tried in this order; 0 lets the system choose. */
  readonly ports: readonly number[];
  /** Throws `Refused` for what it does not take. */
  readonly answer: (asked: DoorRequest) => Promise<void> | void;
  readonly now: () => number;
  /** Is told what went wrong; never who asked or what was said. */
  readonly failed: (error: unknown) => void;
  readonly limits?: ConnectionLimits;
};

export type DoorServer = {
  readonly host: string;
  readonly close: () => Promise<void>;
};

/** A phone that loads the page with twelve pictures asks twenty times; several behind one address still fit. */
const REQUESTS = { burst: 200, perSecond: 25 };
const MOST_HEAD_BYTES = 8 * 1024;
const KEEP_ALIVE_MS = 8000;

/**
 * Listens for phones on one address of this laptop.
 * @throws the system's error: EADDRINUSE when all ports are taken, EADDRNOTAVAIL when the address is gone, EACCES
 */
export async function startDoorServer(options: DoorServerOptions): Promise<DoorServer> {
  const { limits = CONNECTION_LIMITS } = options;
  const server = createServer({ maxHeaderSize: MOST_HEAD_BYTES });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // Node puts a connection that is used again back to this.
  server.timeout = limits.idleMs;
  const port = await listenOnOne(server, options);
  const host = `${options.address}:${port}`;
  const connections = watchConnections(server, limits);
  const requests = new Allowance(REQUESTS, options.now);
  server.on('clientError', (error, socket) => { sayBadRequest(error, socket as Socket); });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    connections.asked(socket);
    response.once('close', () => { connections.answered(socket); });
    const from = socket.remoteAddress ?? '';
    const [path = '', ...query] = (request.url ?? '').split('?');
    const asked: DoorRequest = { request, response, from, host, path, query: query.join('?') };
    answerOne(asked, requests, options).catch((error: unknown) => {
      options.failed(error);
      response.destroy();
    });
  });
  return {
    host,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      connections.closeAll();
    }),
  };
}

async function answerOne(asked: DoorRequest, requests: Allowance, { answer, failed }: DoorServerOptions): Promise<void> {
  try {
    if (!requests.take(asked.from)) throw new Refused(429, { 'Retry-After': '2' });
    checkHost(asked.request, asked.host);
    await answer(asked);
  } catch (error) {
    if (asked.response.headersSent || asked.response.destroyed) asked.response.destroy();
    else await sendRefusal(asked.request, asked.response, error instanceof Refused ? error : new Refused(503));
    if (!(error instanceof Refused)) failed(error);
  }
}

async function listenOnOne(server: Server, { address, ports }: DoorServerOptions): Promise<number> {
  let taken: unknown = null;
  for (const port of ports) {
    try {
      return await listen(server, address, port);
    } catch (error) {
      if (errnoOf(error) !== 'EADDRINUSE') throw error;
      taken = error;
    }
  }
  throw taken;
}

function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => { reject(error); };
    server.once('error', failed);
    server.listen(port, address, 600, () => {
      server.off('error', failed);
      // A listener that fails later is noticed by the watch over the addresses.
      server.on('error', () => undefined);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** What is no HTTP at all; without an answer some would ask again at once. */
function sayBadRequest(error: Error, socket: Socket): void {
  const status = errnoOf(error) === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  else socket.destroy();
}
