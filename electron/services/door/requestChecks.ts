import type { IncomingMessage } from 'node:http';
import { Refused } from './answers.ts';

/** The largest body that anybody has a reason to send. */
export const MOST_BODY_BYTES = 4096;
/** A body of that size is there within a moment, even over a Wi-Fi at its limit. */
const BODY_MS = 10_000;

/**
 * Whether a request was addressed to the door by its own address. A page from elsewhere whose name was made to point
 * here (DNS rebinding) still says its own name.
 * @param host address and port, as a browser says them
 */
export function checkHost({ headers }: IncomingMessage, host: string): void {
  const named = headers.host ?? '';
  if (named !== host && !(host.endsWith(':80') && `${named}:80` === host)) throw new Refused(421);
}

/**
 * Refuses what a page from elsewhere makes a browser send. Browsers name the origin of every POST from elsewhere, so one
 * without is not from there.
 */
export function checkOrigin({ headers }: IncomingMessage, host: string): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if ((origin !== undefined && origin !== `http://${host.replace(/:80$/, '')}`) || site === 'cross-site' || site === 'same-site') throw new Refused(403);
}

/** Longer than any pass. */
const LONGEST_PASS = 200;

/** The pass that a request shows in its `Authorization`, or the empty text. */
export function bearerOf({ headers }: IncomingMessage): string {
  return (/^Bearer ([\x21-\x7e]+)$/i.exec(headers.authorization ?? '')?.[1] ?? '').slice(0, LONGEST_PASS);
}

/** The pass in the address of an event stream, which cannot send headers; addresses of requests are written nowhere. */
export function passInQuery(query: string): string {
  return (new URLSearchParams(query).get('pass') ?? '').slice(0, LONGEST_PASS);
}

/**
 * The JSON body of a request.
 * @throws Refused 415 for another type, 413 for more than 4 kB, 408 for one that dawdles, 400 for what is no JSON object
 */
export async function readJson(request: IncomingMessage): Promise<object> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refused(415);
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) throw new Refused(413);
  const text = await readText(request);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, as for any other garbage.
  }
  throw new Refused(400);
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const clock = setTimeout(() => { end(new Refused(408)); }, BODY_MS);
    const end = (refusal: Refused | null): void => {
      clearTimeout(clock);
      request.removeAllListeners('data');
      if (refusal) reject(refusal);
      else resolve(Buffer.concat(pieces).toString('utf8'));
    };
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > MOST_BODY_BYTES) end(new Refused(413));
      else pieces.push(piece);
    });
    request.once('end', () => { end(null); });
    request.once('close', () => { end(new Refused(400)); });
  });
}
