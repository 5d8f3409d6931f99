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

/** The first line of a journal and how long it is, or null when it is none. */
export function readHeader(text: string): { readonly header: JournalHeader; readonly bytes: number } | null {
  const end = text.indexOf('\n');
  const parsed = v.safeParse(headerSchema, end === -1 ? undefined : readLine(text.slice(0, end)));
  return parsed.success ? { header: parsed.output, bytes: end + 1 } : null;
}

/** Reads entries that follow change `afterSeq`, up to the first line that is torn, damaged or out of order. */
export function readEntries(text: string, afterSeq: number): { readonly entries: readonly JournalEntry[]; readonly goodBytes: number } {
  const entries: JournalEntry[] = [];
  let at = 0;
  for (;;) {
    const end = text.indexOf('\n', at);
    const parsed = v.safeParse(entrySchema, end === -1 ? undefined : readLine(text.slice(at, end)), { abortEarly: true });
    if (!parsed.success || parsed.output.seq !== afterSeq + entries.length + 1) return { entries, goodBytes: at };
    entries.push(parsed.output);
    at = end + 1;
  }
}

/**
 * Reads a journal up to its first line that is torn, damaged or out of order. What stands behind that line is
 * never guessed at, since every change builds on the ones before it.
 * @param text the bytes of the file, one character each (latin1)
 */
export function readJournal(text: string): ReadJournal {
  const head = readHeader(text);
  if (!head) return { header: null, entries: [], goodBytes: 0, cutBytes: text.length };
  const { entries, goodBytes } = readEntries(text.slice(head.bytes), head.header.afterSeq);
  return { header: head.header, entries, goodBytes: head.bytes + goodBytes, cutBytes: text.length - head.bytes - goodBytes };
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
