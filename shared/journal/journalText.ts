import * as v from 'valibot';
import { crc32 } from './crc32.ts';
import type { JournalEntry, JournalHeader } from './entry.ts';
import { entrySchema, headerSchema } from './entrySchema.ts';

/** JSON of characters below U+0080 only, so that a byte is a character and a cut never falls within one. */
function asciiJson(value: JournalHeader | JournalEntry): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A line of a journal: CRC-32 of the JSON as eight hex digits, a space, the JSON in ASCII, a newline. */
export function encodeLine(value: JournalHeader | JournalEntry): string {
  const json = asciiJson(value);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/** The good part of a journal. `cutBytes` is what stands behind it: 0 in a sound journal. */
export type ReadJournal = {
  readonly header: JournalHeader | null;
  readonly entries: readonly JournalEntry[];
  readonly goodBytes: number;
  readonly cutBytes: number;
};

/**
 * Reads a journal up to its first line that is torn, damaged or out of order. What stands behind that line is
 * never guessed at, since every change builds on the ones before it.
 * @param text the bytes of the file, one character each (latin1)
 */
export function readJournal(text: string): ReadJournal {
  let header: JournalHeader | null = null;
  const entries: JournalEntry[] = [];
  let at = 0;
  for (;;) {
    const end = text.indexOf('\n', at);
    const value = end === -1 ? undefined : readLine(text.slice(at, end));
    if (value === undefined) break;
    if (header === null) {
      const parsed = v.safeParse(headerSchema, value);
      if (!parsed.success) break;
      header = parsed.output;
    } else {
      const parsed = v.safeParse(entrySchema, value, { abortEarly: true });
      if (!parsed.success || parsed.output.seq !== header.afterSeq + entries.length + 1) break;
      entries.push(parsed.output);
    }
    at = end + 1;
  }
  return { header, entries, goodBytes: at, cutBytes: text.length - at };
}

/** The value of a line without its newline, or undefined when the sum or the JSON is wrong. */
function readLine(line: string): unknown {
  const json = line.slice(9);
  if (!/^[0-9a-f]{8} $/.test(line.slice(0, 9)) || parseInt(line.slice(0, 8), 16) !== crc32(json)) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
