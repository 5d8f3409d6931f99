import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type BoardId, type MarkId } from '../../../shared/base/ids.ts';
import type { JournalEntry } from '../../../shared/journal/entry.ts';
import { crc32 } from '../../../shared/journal/crc32.ts';
import { encodeLine, readJournal } from '../../../shared/journal/journalText.ts';

const header = { journal: 'droomdoek', documentVersion: 1, board: asId<BoardId>('kiel'), afterSeq: 7 } as const;
const entry = (seq: number, text: string): JournalEntry => ({
  seq, atMs: 1_700_000_000_000 + seq,
  body: { kind: 'change', what: 'board.rename', opId: `op${seq}`, change: { kind: 'patches', patches: [{ op: 'replace', path: ['title'], value: text }] }, inks: {}, undoable: true },
});
const entries = [
  entry(8, 'Café de l’Évêque'), entry(9, 'بيت 🐼'), entry(10, 'regel\nmet "teken" \u2028'),
  { seq: 11, atMs: 1_700_000_000_011, body: { kind: 'undo', what: 'board.rename', of: 10, change: { kind: 'transform', ids: [asId<MarkId>('m1')], matrix: [1, 0, 0, 1, 5, 0.25] } } },
] as const satisfies readonly JournalEntry[];
const lines = [header, ...entries].map(encodeLine);
const text = lines.join('');

describe('a journal', () => {
  test('gives back what was written, in any script', () => {
    expect(readJournal(text)).toEqual({ header, entries, goodBytes: text.length, cutBytes: 0 });
  });

  test('is one byte a character, so that a cut never falls within one', () => {
    expect([...text].every((char) => char.charCodeAt(0) < 0x80)).toBe(true);
  });

  test('cut at any byte gives the entries that are whole, and says how much was cut', () => {
    const ends = lines.map((_, i) => lines.slice(0, i + 1).join('').length);
    for (let cut = 0; cut <= text.length; cut++) {
      const whole = ends.filter((end) => end <= cut).length;
      const read = readJournal(text.slice(0, cut));
      expect(read.entries).toEqual(entries.slice(0, Math.max(0, whole - 1)));
      expect(read.goodBytes + read.cutBytes).toBe(cut);
      expect(read.goodBytes).toBe(whole === 0 ? 0 : ends[whole - 1]);
    }
  });

  test('with one altered byte ends before the line in which it lies', () => {
    fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const altered = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ change) + text.slice(at + 1);
      const before = text.slice(0, at).split('\n').length - 1;
      expect(readJournal(altered).entries).toEqual(entries.slice(0, Math.max(0, before - 1)));
    }), { numRuns: 500 });
  });

  test('with a line that is missing ends before the gap', () => {
    const gap = [lines[0], lines[1], lines[3], lines[4]].join('');
    expect(readJournal(gap).entries).toEqual(entries.slice(0, 1));
  });

  test('of any texts is read back the same', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 8 }), (words) => {
      const written = words.map((word, i) => entry(8 + i, word));
      expect(readJournal([header, ...written].map(encodeLine).join(''))).toMatchObject({ entries: written, cutBytes: 0 });
    }));
  });
});

test('the sum is the CRC-32 of zip and PNG', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
});
