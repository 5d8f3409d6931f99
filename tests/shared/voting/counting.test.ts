import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { drawLots } from '../../../shared/voting/drawLots.ts';
import { foldRound } from '../../../shared/voting/foldRound.ts';
import { recount, recountAgrees, recountRound } from '../../../shared/voting/recount.ts';
import { outcomeOf, ranking, resultRows, winnerOf } from '../../../shared/voting/ranking.ts';
import { runOff, runOffCandidates } from '../../../shared/voting/runOff.ts';
import { checkTableDots, defaultDots, sumOfDots } from '../../../shared/voting/tableTally.ts';
import { closedFrom, closedRound, ledgers } from './rounds.ts';

const rule = { dotsPerPerson: 2, atMostPerCandidate: 1 } as const;
const dots = (...counts: readonly number[]) => Object.fromEntries(counts.map((count, i) => [`c${i}`, count]));

describe('dots per person', () => {
  it('is a third of the candidates, rounded, and at least one', () => {
    expect([1, 2, 4, 5, 6, 7, 8].map(defaultDots)).toEqual([1, 1, 1, 2, 2, 2, 3]);
  });
});

describe("a table's count", () => {
  it('adds up when seven people with two dots give fourteen', () => {
    expect(checkTableDots(dots(7, 4, 3, 0), 7, rule)).toEqual({ tooMany: 0, counted: true });
  });
  it('says how many dots must go when there are more than people can give', () => {
    expect(checkTableDots(dots(7, 7, 3, 0), 7, rule)).toEqual({ tooMany: 3, counted: false });
  });
  it('says how many dots must go when a candidate has more than there are people', () => {
    expect(checkTableDots(dots(9, 1, 0, 0), 7, rule)).toEqual({ tooMany: 2, counted: false });
  });
  it('is not counted yet while nothing was entered, and is counted when everybody abstained', () => {
    expect(checkTableDots({}, 7, rule).counted).toBe(false);
    expect(checkTableDots(dots(0, 0), 7, rule).counted).toBe(true);
  });
  it('never takes half or negative dots', () => {
    expect(checkTableDots(dots(1.5), 7, rule).counted).toBe(false);
    expect(checkTableDots(dots(-1), 7, rule).counted).toBe(false);
  });
  it('takes several dots of one person for a candidate when the rule is cumulative', () => {
    const cumulative = { dotsPerPerson: 3, atMostPerCandidate: 3 };
    expect(checkTableDots(dots(21, 0), 7, cumulative)).toEqual({ tooMany: 0, counted: true });
    expect(checkTableDots(dots(21, 1), 7, cumulative)).toEqual({ tooMany: 1, counted: false });
    expect(checkTableDots(dots(15, 0), 7, { dotsPerPerson: 3, atMostPerCandidate: 2 })).toEqual({ tooMany: 1, counted: false });
  });
  it('adds up again exactly when as many dots go as were too many, taken where a candidate has more than heads first', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 3 }), (counts, heads, dotsPerPerson) => {
      const left = [...counts];
      const { tooMany } = checkTableDots(dots(...counts), heads, { dotsPerPerson, atMostPerCandidate: 1 });
      for (let i = 0; i < tooMany; i++) {
        const over = left.findIndex((count) => count > heads);
        const at = over >= 0 ? over : left.findIndex((count) => count > 0);
        left[at] = (left[at] ?? 0) - 1;
      }
      expect(checkTableDots(dots(...left), heads, { dotsPerPerson, atMostPerCandidate: 1 })).toEqual({ tooMany: 0, counted: true });
    }));
  });
});

describe('folding a round', () => {
  it('the order of tables and ballots does not matter', () => {
    fc.assert(fc.property(ledgers, (ledger) => {
      const turned = { ...ledger, rows: [...ledger.rows].reverse(), ballots: [...ledger.ballots].reverse() };
      expect(foldRound(turned).totals).toEqual(foldRound(ledger).totals);
      expect(foldRound(turned).cast).toBe(foldRound(ledger).cast);
    }));
  });
  it('a recount gives the totals', () => {
    fc.assert(fc.property(ledgers, (ledger) => {
      const tally = foldRound(ledger);
      expect(recount(tally)).toEqual(tally.totals);
      expect(recountAgrees(tally)).toBe(true);
    }));
  });
  it('a recount finds a total that was changed', () => {
    const tally = closedRound([3, 5]).tally!;
    expect(recountAgrees({ ...tally, totals: { ...tally.totals, ['c0' as MarkId]: 4 } })).toBe(false);
  });
  it('a recount of a room that can be agrees, and finds more dots than people could give', () => {
    fc.assert(fc.property(ledgers, (ledger) => { expect(recountRound(closedFrom(ledger))?.agrees).toBe(true); }));
    const round = closedRound([30, 40]);
    expect(recountRound(round)).toEqual({ agrees: true, lots: null, rows: [{ label: 'metafoor 1', kept: 40, again: 40 }, { label: 'metafoor 0', kept: 30, again: 30 }] });
    expect(recountRound(closedRound([41, 30]))?.agrees).toBe(false);
    expect(recountRound({ ...round, rule: { dotsPerPerson: 1, atMostPerCandidate: 1 } })?.agrees).toBe(false);
    expect(recountRound({ ...round, tally: { ...round.tally!, cast: 48 } })?.agrees).toBe(false);
    expect(recountRound({ ...round, tally: null })).toBeNull();
  });
  it('lots that decided a tie are drawn again, and others than the number gives are found', () => {
    const tied = closedRound([20, 30, 30]);
    const [drawn] = drawLots('4711', ['c1', 'c2'] as MarkId[]);
    const other = (['c1', 'c2'] as MarkId[]).find((id) => id !== drawn)!;
    const lots = (round: typeof tied) => recountRound(round)?.lots?.agrees;
    expect(lots({ ...tied, lots: { seed: '4711', drawn: drawn! } })).toBe(true);
    expect(lots({ ...tied, lots: { seed: '4711', drawn: other } })).toBe(false);
    expect(lots({ ...closedRound([20, 30, 29]), lots: { seed: '4711', drawn: drawn! } })).toBe(false);
  });
  it('no ballot stays apart when it or the rest came from a single table', () => {
    fc.assert(fc.property(ledgers, (ledger) => {
      const { ballots, byHand, totals } = foldRound(ledger);
      if (ballots.length > 0) expect(ledger.ballotTables).toBeGreaterThan(1);
      else expect(byHand).toEqual(totals);
    }));
  });
  it('nobody gives more dots than the rule allows, neither in all nor to one candidate', () => {
    fc.assert(fc.property(ledgers, (ledger) => {
      const tally = foldRound(ledger);
      expect(sumOfDots(tally.totals)).toBeLessThanOrEqual(tally.cast * ledger.rule.dotsPerPerson);
      for (const count of Object.values(tally.totals)) expect(count).toBeLessThanOrEqual(tally.cast * ledger.rule.atMostPerCandidate);
      expect(tally.cast).toBeLessThanOrEqual(tally.heads);
    }));
  });
  it('a table that does not add up is left out with its people', () => {
    const base = { candidates: closedRound([0, 0]).candidates, rule, ballots: [], ballotTables: 0, corrections: 1, heads: 14 };
    const tally = foldRound({ ...base, rows: [{ heads: 7, dots: dots(7, 7), tables: 1 }, { heads: 7, dots: dots(9, 0), tables: 1 }] });
    expect(tally.totals).toEqual({ c0: 7, c1: 7 });
    expect([tally.cast, tally.heads, tally.corrections]).toEqual([7, 14, 1]);
  });
});

describe('the result', () => {
  it('two in first place are followed by the third', () => {
    const round = closedRound([5, 9, 9, 1]);
    expect(ranking(round.tally!, round.candidates).map(({ place, candidates }) => [place, candidates.length])).toEqual([[1, 2], [3, 1], [4, 1]]);
  });
  it('the panda with most dots is the winner and its bar the longest', () => {
    const round = closedRound([13, 8, 5, 19]);
    expect(winnerOf(round)?.id).toBe('c3');
    expect(resultRows(round).map(({ id, share, winner }) => [id, Math.round(share * 100), winner])).toEqual([['c3', 100, true], ['c0', 68, false], ['c1', 42, false], ['c2', 26, false]]);
  });
  it('a tie is a tie: nobody is marked as winner', () => {
    const round = closedRound([9, 4, 9]);
    expect(outcomeOf(round.tally!, round.candidates)).toMatchObject({ kind: 'tie', candidates: [{ id: 'c0' }, { id: 'c2' }] });
    expect(resultRows(round).some(({ winner }) => winner)).toBe(false);
  });
  it('without a single dot nobody has won', () => {
    const round = closedRound([0, 0]);
    expect(outcomeOf(round.tally!, round.candidates)).toEqual({ kind: 'none' });
  });
});

describe('the run-off', () => {
  it('never drops a leader, and brings only leaders when they are tied', () => {
    fc.assert(fc.property(ledgers, fc.constantFrom('leaders' as const, 'topTwo' as const), (ledger, kind) => {
      const round = closedFrom(ledger);
      const leaders = ranking(round.tally!, round.candidates)[0]?.candidates ?? [];
      const going = runOffCandidates(round, kind);
      expect(going).toEqual(expect.arrayContaining([...leaders]));
      if (leaders.length > 1) expect(going).toHaveLength(leaders.length);
    }));
  });
  it('between the first two takes all who share the second place', () => {
    expect(runOffCandidates(closedRound([9, 4, 4, 1]), 'topTwo').map(({ id }) => id)).toEqual(['c0', 'c1', 'c2']);
  });
  it('is one dot each, on the same question, and knows which round it decides', () => {
    const round = runOff(closedRound([9, 9, 1]), 'leaders', 'r2' as never, 5);
    expect(round).toMatchObject({ id: 'r2', state: 'open', rule: { dotsPerPerson: 1 }, runOffOf: 'r1', question: 'Welk beeld past bij het Kiel?', tally: null });
  });
  it('is not held when there is nothing to decide', () => {
    expect(runOff(closedRound([9, 4]), 'leaders', 'r2' as never, 5)).toBeNull();
    expect(runOff(closedRound([9, 4], { tally: null }), 'topTwo', 'r2' as never, 5)).toBeNull();
  });
});

describe('drawing lots', () => {
  it('gives the same order for the same words, whatever the order of the names', () => {
    fc.assert(fc.property(fc.string(), fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 }), (seed, ids) => {
      const drawn = drawLots(seed, ids);
      expect([...drawn].sort()).toEqual([...ids].sort());
      expect(drawLots(seed, [...ids].reverse())).toEqual(drawn);
    }));
  });
  it('gives every name an even chance over all numbers of four digits that can be drawn', () => {
    for (const names of [['panda', 'jungle'], ['m4kz81', 'p0q7aa', 'zz3f1c'], ['a', 'b', 'c', 'd']]) {
      const drawn = new Map(names.map((name) => [name, 0]));
      for (let number = 1000; number < 10_000; number++) {
        const [first = ''] = drawLots(String(number), names);
        drawn.set(first, (drawn.get(first) ?? 0) + 1);
      }
      // Five standard deviations of fair lots.
      const even = 9000 / names.length, wide = 5 * Math.sqrt(even * (1 - 1 / names.length));
      for (const times of drawn.values()) expect(Math.abs(times - even)).toBeLessThan(wide);
    }
  });
  it('gives each of two an even chance over many words', () => {
    const first = Array.from({ length: 2000 }, (_, i) => drawLots(`woord ${i}`, ['panda', 'jungle'])[0]).filter((id) => id === 'panda').length;
    expect(first).toBeGreaterThan(900);
    expect(first).toBeLessThan(1100);
  });
});
