import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives bytes to work that wants a file, in the app's own folder; the file is gone afterwards. */
export async function withTempFile<Value>(dataFolder: string, bytes: Buffer, work: (path: string) => Promise<Value>): Promise<Value> {
  const folder = join(dataFolder, 'temp');
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomBytes(8).toString('hex'));
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}
