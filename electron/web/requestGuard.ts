import type { IncomingHttpHeaders } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { SOCKET_PROTOCOL, TOKEN_HEADER } from '../../shared/contract/socketMessages.ts';

/** Names under which a browser on this machine reaches the server. */
function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/**
 * Whether a request was addressed to this machine by its own name. A page from elsewhere whose name was made
 * to point here (DNS rebinding) still says its own name.
 */
export function hasOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return ownHosts(port).includes(headers.host ?? '');
}

/** Whether a request comes from the app's own page; browsers always say it when they open a socket. */
export function hasOwnOrigin(headers: IncomingHttpHeaders, port: number): boolean {
  return ownHosts(port).some((host) => headers.origin === `http://${host}`);
}

/** Whether a socket was opened with this run's token, which only the printed address has. */
export function hasToken(headers: IncomingHttpHeaders, token: string): boolean {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.includes(SOCKET_PROTOCOL) && offered.some((name) => same(name, token));
}

/** Whether a request that is no socket shows this run's token. */
export function showsToken(headers: IncomingHttpHeaders, token: string): boolean {
  const offered = headers[TOKEN_HEADER];
  return typeof offered === 'string' && same(offered, token);
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
