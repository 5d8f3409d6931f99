import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file of the built page, ready to be sent. */
export type PageFile = { readonly mime: string; readonly bytes: Buffer };

/**
 * Names as the bundler makes them: no dot at the start of a part, hence no `..`; no percent sign, backslash
 * or colon, hence nothing that decodes to a way out on any system.
 */
const PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/;

const MIME: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The media type that a file of the built page is sent with. */
export function mimeOf(name: string): string {
  return MIME[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * Reads the file that an address within the app names; `/` is `index.html`.
 * @param folder the built page (`dist/renderer`); nothing outside it is ever read
 * @param path the path of the address as it came, still percent-encoded, without query
 * @returns null when there is no such file, or the name is not one that the bundler makes
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const name = path === '/' ? '/index.html' : path;
  if (!PATH.test(name)) return null;
  const bytes = await readFile(join(folder, name)).catch(() => null);
  return bytes && { mime: mimeOf(name), bytes };
}
