import { resolve } from 'node:path';
import type { Locale } from '../../shared/board/board.ts';

/** What the app was started with. */
export type CommandLine = {
  /** Absolute path of the board to open. */
  readonly board: string | null;
  /** Null when not said: the settings decide. */
  readonly locale: Locale | null;
};

/**
 * Reads `[board.doek] [--lang=nl|en]`; switches of Chromium and of the starter in between are passed over.
 * @param args everything after the program's own name
 * @param folder against which the board's path is resolved
 */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  const board = args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.doek'));
  const lang = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return { board: board === undefined ? null : resolve(folder, board), locale: lang === 'nl' || lang === 'en' ? lang : null };
}
