import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a line about what went wrong or was done: names of failures, ids and numbers, never words of people or paths. */
export type Log = { readonly write: (what: string, detail: string) => void; readonly close: () => Promise<void> };

const MOST_BYTES = 512 * 1024;
const KEPT = 3;

/**
 * The log in `<dataFolder>/log/`: plain lines, `droomdoek.log` and three older ones. It is there to help and never
 * in the way: when it cannot be written, nothing is told and nothing stops.
 */
export function openLog(dataFolder: string, now: () => number, mostBytes = MOST_BYTES): Log {
  const folder = join(dataFolder, 'log');
  const path = (index: number): string => join(folder, index === 0 ? 'droomdoek.log' : `droomdoek.${index}.log`);
  let last: Promise<void> = Promise.resolve();

  const rotate = async (): Promise<void> => {
    const size = await stat(path(0)).then((found) => found.size, () => 0);
    if (size < mostBytes) return;
    for (let index = KEPT; index > 0; index--) await rename(path(index - 1), path(index)).catch(() => undefined);
  };
  const append = async (line: string): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await rotate();
    await appendFile(path(0), line);
  };
  return {
    write: (what, detail) => {
      const line = `${new Date(now()).toISOString()} ${what} ${detail.replace(/\s+/g, ' ').slice(0, 400)}\n`;
      last = last.then(() => append(line)).catch(() => undefined);
    },
    close: () => last,
  };
}

/** A failure as a log may hold it: its class and the system's name, without message, which may hold a path or a title. */
export function loggable(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))?.trim().replace(/\(.*[\\/]/, '(') ?? '';
  return `${error.name}${code} ${frame}`;
}
