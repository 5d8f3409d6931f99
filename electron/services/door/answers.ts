import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What goes with every answer: the page may load and ask for nothing but what this door gives. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Why a request is turned away before anybody looks at what it says. */
export class Refused extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
  constructor(status: number, headers: Readonly<Record<string, string>> = {}, body: object = {}) {
    super(String(status));
    this.name = 'Refused';
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** Starts an answer whose body the caller writes. */
export function beginAnswer(response: ServerResponse, status: number, headers: Readonly<Record<string, string | number>>): void {
  response.writeHead(status, { ...HEADERS, ...headers });
}

/** Answers with bytes as they are. */
export function sendBytes(response: ServerResponse, mime: string, bytes: Uint8Array, more: Readonly<Record<string, string>> = {}): void {
  beginAnswer(response, 200, { 'Content-Type': mime, 'Content-Length': bytes.length, ...more });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown, more: Readonly<Record<string, string>> = {}): void {
  const text = JSON.stringify(body);
  beginAnswer(response, status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text), ...more });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}

/** So long what is still being sent to a request that was turned away is read and thrown away, so that the answer arrives. */
const LINGER_MS = 1000;

/** Turns a request away and closes its connection, whatever more it was going to send. */
export async function sendRefusal(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Refused): Promise<void> {
  sendJson(response, status, body, { ...headers, ...(request.complete ? {} : { Connection: 'close' }) });
  if (request.complete) return;
  request.resume();
  await sleep(LINGER_MS, undefined, { ref: false });
  request.destroy();
}
