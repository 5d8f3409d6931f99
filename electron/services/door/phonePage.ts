import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { mimeOf } from '../page/pageFile.ts';

/** A file of the phone page, read and packed once: five hundred phones ask for it within seconds. */
export type PhoneFile = { readonly mime: string; readonly plain: Buffer; readonly packed: Buffer };

/** The phone page by the paths under which it is asked for; nothing else on the disk can be named. */
export type PhonePage = ReadonlyMap<string, PhoneFile>;

/** The page is 30 kB; a folder with much more in it is not the page. */
const MOST_FILES = 60;
const pack = promisify(gzip);

/**
 * Reads the built phone page: `/` is its `index.html`. Source maps stay at home.
 * @param folder null where it is not served
 */
export async function readPhonePage(folder: string | null): Promise<PhonePage> {
  const page = new Map<string, PhoneFile>();
  if (folder !== null) await readInto(page, folder, '');
  const index = page.get('/index.html');
  if (index) page.set('/', index);
  return page;
}

async function readInto(page: Map<string, PhoneFile>, folder: string, path: string): Promise<void> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const name = `${path}/${entry.name}`;
    if (entry.isDirectory()) await readInto(page, folder, name);
    else if (page.size < MOST_FILES && !name.endsWith('.map')) {
      const plain = await readFile(join(folder, name));
      page.set(name, { mime: mimeOf(name), plain, packed: await pack(plain, { level: 9 }) });
    }
  }
}
