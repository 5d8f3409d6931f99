import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Round } from '../../../shared/board/round.ts';
import { csvCell, roundsToCsv } from '../../../shared/voting/csv.ts';
import { closedRound } from './rounds.ts';

/** A round that the room saw the result of. */
const seenRound = (totals: readonly number[], more: Partial<Round> = {}): Round => closedRound(totals, { state: 'revealed', ...more });

const read = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

describe('the results as CSV', () => {
  it('has a row for each candidate with totals, turnout, rule, times and corrections, and no table anywhere', () => {
    const rows = read(roundsToCsv([seenRound([13, 19])], 'nl'));
    expect(rows[0]).toContain('stippen');
    expect(rows[1]).toEqual(['1', 'Welk beeld past bij het Kiel?', 'metafoor 1', '19', '1', 'winnaar', '40', '47', '2', '1', '2026-11-20T13:05:00.000Z', '2026-11-20T13:20:00.000Z', '2', 'onthuld', '']);
    expect(rows[2]?.slice(2, 6)).toEqual(['metafoor 0', '13', '2', '']);
    expect(rows.flat().join(' ')).not.toMatch(/tafel/i);
  });
  it('leaves out rounds that are open, cancelled or still to be revealed, and numbers the run-off after the round that it decides', () => {
    const tied = seenRound([9, 9]);
    const decided = seenRound([20, 12], { id: 'r2' as never, openedMs: tied.openedMs + 1, runOffOf: tied.id });
    const open = seenRound([1, 2], { id: 'r3' as never, state: 'open', tally: null });
    const cancelled = seenRound([1, 2], { id: 'r4' as never, state: 'cancelled' });
    const hidden = closedRound([31, 2], { id: 'r5' as never, openedMs: tied.openedMs - 1 });
    const rows = read(roundsToCsv([open, hidden, decided, cancelled, tied], 'en')).slice(1);
    expect(rows.map((row) => [row[0], row[5], row[13], row[14]])).toEqual([
      ['1', 'tie', 'revealed', ''], ['1', 'tie', 'revealed', ''], ['2', 'winner', 'revealed', '1'], ['2', '', 'revealed', '1'],
    ]);
  });
  it('tells who won by lots, and with which number', () => {
    const tied = seenRound([9, 9, 3], { lots: { seed: '4711', drawn: 'c1' as never } });
    const said = (locale: 'nl' | 'en') => read(roundsToCsv([tied], locale)).slice(1).map((row) => row[5]);
    expect(said('nl')).toEqual(['gelijke stand', 'winnaar na loting (4711)', '']);
    expect(said('en')).toEqual(['tie', 'winner by lots (4711)', '']);
  });
  it('tells the rule of cumulative dots', () => {
    const rows = read(roundsToCsv([seenRound([90, 20], { rule: { dotsPerPerson: 3, atMostPerCandidate: 3 } })], 'nl'));
    expect(rows[1]?.slice(8, 10)).toEqual(['3', '3']);
  });
  it('ends every line with CRLF and begins without a byte order mark', () => {
    const csv = roundsToCsv([seenRound([1])], 'nl');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufeff]/);
  });
  it('any word of the room comes back as it was said', () => {
    fc.assert(fc.property(fc.string().filter((word) => !/^\s*[=+\-@\t\r|%]/.test(word) && word.trim() !== ''), (word) => {
      expect(Papa.parse<string[]>(`x,${csvCell(word)},y`, { delimiter: ',' }).data[0]).toEqual(['x', word, 'y']);
    }));
  });
  it('no word becomes a formula in a spreadsheet', () => {
    for (const word of ['=1+1', '+32 3 123', '-2', '@naam', '\t=1', ' =1', '%0']) expect(csvCell(word).replace(/^"/, '')).toMatch(/^'/);
  });
});
