import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonInTurns } from '../services/files/jsonPieces.ts';
import { pageHeaders } from '../services/page/pageHeaders.ts';
import { readPageFile } from '../services/page/pageFile.ts';
import type { Answerer } from '../services/windowCalls.ts';
import type { Downloads } from './downloads.ts';
import { UPLOAD_PATH } from '../../shared/contract/socketMessages.ts';
import { hasOwnHost, hasOwnOrigin, showsToken } from './requestGuard.ts';
import type { Upload } from './uploads.ts';
import { serveSockets, type SocketServer } from './socketServer.ts';

export type WebServerOptions = {
  /** The built page, `dist/renderer`. */
  readonly pageFolder: string;
  /** This run's secret: letters, digits, `_` and `-`. */
  readonly token: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly maxMessageBytes: number;
  readonly downloads: Downloads;
  readonly upload: Upload;
  readonly answer: Answerer;
  /** The line of a window is gone. */
  readonly windowGone: (window: string) => void;
};

export type WebServer = {
  /** The address for the person's browser, with the token in the part that browsers keep to themselves. */
  readonly url: string;
  readonly port: number;
  readonly tell: SocketServer['tell'];
  readonly close: () => Promise<void>;
};

/**
 * Starts the server on this machine's loopback address only.
 * @throws the system's error when the port is taken
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer((request, response) => {
    respond(request, response, options, portOf(server)).catch(() => { response.destroy(); });
  });
  const sockets = serveSockets(server, { ...options, port: () => portOf(server) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}/#token=${options.token}`,
    port,
    tell: sockets.tell,
    close: () => {
      sockets.close();
      return closeServer(server);
    },
  };
}

/** The bundler puts a sum of the content into the names of these: a reload and the room's window need not fetch them again. */
const NAMED_BY_CONTENT = /^\/assets\//;

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, options: WebServerOptions, port: number): Promise<void> {
  const headers = pageHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]);
  const refuse = (status: number, reason: string): void => { response.writeHead(status, { ...headers, 'Content-Type': 'text/plain' }).end(reason); };
  if (!hasOwnHost(request.headers, port)) return refuse(403, 'Forbidden');
  // Not parsed as a URL: what that would tidy up is to be refused.
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (request.method === 'POST' && path === UPLOAD_PATH) {
    if (!hasOwnOrigin(request.headers, port)) return refuse(403, 'Forbidden');
    if (!showsToken(request.headers, options.token)) return refuse(401, 'Unauthorized');
    const result = await options.upload(request);
    // What was refused before its end is not read on.
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8', ...(request.complete ? {} : { Connection: 'close' }) });
    return void response.end(await jsonInTurns(result));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Method not allowed');
  const ticket = /^\/download\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  if (ticket !== undefined) return request.method === 'GET' ? options.downloads.send(ticket, response) : refuse(405, 'Method not allowed');
  // Every browser asks for it by itself; a 404 would stand in its console as a fault.
  if (path === '/favicon.ico') return void response.writeHead(204, headers).end();
  const file = await readPageFile(options.pageFolder, path);
  if (!file) return refuse(404, 'Not found');
  response.writeHead(200, { ...headers, ...(NAMED_BY_CONTENT.test(path) ? { 'Cache-Control': 'max-age=31536000, immutable' } : {}), 'Content-Type': file.mime, 'Content-Length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}
