import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pageHeaders } from '../services/page/pageHeaders.ts';

/** Files that wait to be fetched once. */
export type Downloads = {
  /**
   * Offers a file and gives its address within this server. The address is a secret of its own, told only
   * over a socket that showed the token, and good for one fetch: the token itself never lands in the
   * browser's list of downloads.
   * @param path the file; it is removed once it was fetched or when the app ends
   */
  readonly offer: (path: string, name: string) => string;
  /**
   * Shows a PDF in the browser, to be printed there, and gives its address. It may be fetched again, since a tab can be
   * loaded anew; the one before it is removed.
   */
  readonly show: (path: string, name: string) => string;
  /** Answers a request for an address below `/download/`. */
  readonly send: (ticket: string, response: ServerResponse) => Promise<void>;
  /** Removes what nobody fetched and what is shown: no address leads to anything afterwards. */
  readonly removeAll: () => Promise<void>;
};

type Waiting = { readonly path: string; readonly name: string };

/** What the browser's own PDF viewer needs beyond a page of which nothing may be loaded. */
const VIEWER_HEADERS = { 'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'" } as const;

/** @param newTicket makes an address that cannot be guessed: letters, digits, `_` and `-` */
export function createDownloads(newTicket: () => string): Downloads {
  const waiting = new Map<string, Waiting>();
  let shown: { readonly ticket: string; readonly file: Waiting } | null = null;
  const forgetShown = async (): Promise<void> => {
    const gone = shown;
    shown = null;
    if (gone) await rm(gone.file.path, { force: true });
  };
  return {
    offer: (path, name) => {
      const ticket = newTicket();
      waiting.set(ticket, { path, name });
      return `/download/${ticket}`;
    },
    show: (path, name) => {
      void forgetShown();
      shown = { ticket: newTicket(), file: { path, name } };
      return `/download/${shown.ticket}`;
    },
    send: async (ticket, response) => {
      if (ticket === shown?.ticket) return sendFile(shown.file, response, { ...VIEWER_HEADERS, 'Content-Type': 'application/pdf' }, 'inline');
      const file = waiting.get(ticket);
      waiting.delete(ticket);
      if (file) {
        await sendFile(file, response, { 'Content-Type': 'application/octet-stream' }, 'attachment');
        await rm(file.path, { force: true });
      }
      else response.writeHead(404, pageHeaders()).end('Not found');
    },
    removeAll: async () => {
      const files = [...waiting.values()];
      waiting.clear();
      await Promise.all([forgetShown(), ...files.map(({ path }) => rm(path, { force: true }))]);
    },
  };
}

async function sendFile({ path, name }: Waiting, response: ServerResponse, headers: Readonly<Record<string, string>>, disposition: 'attachment' | 'inline'): Promise<void> {
  const size = await stat(path).then((found) => found.size, () => null);
  if (size === null) {
    response.writeHead(404, pageHeaders()).end('Not found');
    return;
  }
  response.writeHead(200, {
    ...pageHeaders(),
    'Cache-Control': 'no-store',
    ...headers,
    'Content-Length': size,
    // RFC 6266: the plain name for old readers, the whole one for all others.
    'Content-Disposition': `${disposition}; filename="${name.replace(/[^A-Za-z0-9._ -]/g, '_')}"; filename*=UTF-8''${encodeName(name)}`,
  });
  await new Promise<void>((resolve) => {
    createReadStream(path).on('error', () => { response.destroy(); }).pipe(response);
    response.once('close', resolve);
  });
}

/** Percent-encoding of RFC 8187, which leaves less as it is than addresses do. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
