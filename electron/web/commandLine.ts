import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import type { Locale } from '../../shared/board/board.ts';

/** What the browser shell was started with. */
export type CommandLine = {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly openBrowser: boolean;
  /** Null when not said: the settings decide. */
  readonly locale: Locale | null;
  /** Absolute path of the board to open. */
  readonly board: string | null;
};

/**
 * Reads `[board.doek] [--port N] [--no-open] [--lang nl|en]`.
 * @param folder against which the board's path is resolved
 * @throws Error with a line for the person who typed it
 */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, lang: { type: 'string' }, browser: { type: 'boolean' } },
  });
  const [board] = positionals;
  return {
    port: portOf(values.port),
    openBrowser: !values['no-open'],
    locale: localeOf(values.lang),
    board: board === undefined ? null : resolve(folder, board),
  };
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new Error('--port 0–65535');
  return port;
}

function localeOf(text: string | undefined): Locale | null {
  if (text === undefined || text === 'nl' || text === 'en') return text ?? null;
  throw new Error('--lang nl|en');
}
