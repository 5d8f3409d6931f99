import fc from 'fast-check';
import { asId, type MarkId, type RoundId } from '../../../shared/base/ids.ts';
import type { Candidate, Round, Tally } from '../../../shared/board/round.ts';
import { foldRound, type RoundLedger, type TallyRow } from '../../../shared/voting/foldRound.ts';

/** Candidates a, b, c … */
const candidatesOf = (count: number): readonly Candidate[] =>
  Array.from({ length: count }, (_, i) => ({ id: asId<MarkId>(`c${i}`), label: `metafoor ${i}` }));

/** A closed round with these totals, counted by hand. */
export function closedRound(totals: readonly number[], more: Partial<Round> = {}): Round {
  const candidates = candidatesOf(totals.length);
  const dots = Object.fromEntries(totals.map((count, i) => [`c${i}`, count]));
  const tally: Tally = { totals: dots, cast: 40, heads: 47, corrections: 2, ballots: [], byHand: dots };
  return {
    id: asId<RoundId>('r1'), question: 'Welk beeld past bij het Kiel?', candidates, rule: { dotsPerPerson: 2, atMostPerCandidate: 1 },
    state: 'closed', openedMs: Date.UTC(2026, 10, 20, 13, 5), closedMs: Date.UTC(2026, 10, 20, 13, 20), tally, runOffOf: null, lots: null, ...more,
  };
}

/** Rounds as rooms make them: tables that add up and tables that do not, and ballots of phones, some of them spoiled. */
export const ledgers: fc.Arbitrary<RoundLedger> = fc
  .record({ candidates: fc.integer({ min: 1, max: 8 }), dotsPerPerson: fc.integer({ min: 1, max: 4 }), atMostPerCandidate: fc.integer({ min: 1, max: 4 }) })
  .chain(({ candidates, dotsPerPerson, atMostPerCandidate }) => {
    const ids = candidatesOf(candidates).map(({ id }) => id);
    const row: fc.Arbitrary<TallyRow> = fc.record({
      heads: fc.integer({ min: 0, max: 9 }),
      tables: fc.integer({ min: 0, max: 3 }),
      dots: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 11 })) as fc.Arbitrary<TallyRow['dots']>,
    });
    const ballot = fc.array(fc.constantFrom(...ids, asId<MarkId>('stranger')), { maxLength: 6 });
    return fc.record({
      candidates: fc.constant(candidatesOf(candidates)),
      rule: fc.constant({ dotsPerPerson, atMostPerCandidate }),
      rows: fc.array(row, { maxLength: 7 }),
      ballots: fc.array(ballot, { maxLength: 30 }),
      ballotTables: fc.integer({ min: 0, max: 7 }),
      corrections: fc.integer({ min: 0, max: 5 }),
      heads: fc.integer({ min: 0, max: 60 }),
    });
  });

/** A round closed on what was gathered. */
export const closedFrom = (ledger: RoundLedger): Round => closedRound([], { candidates: ledger.candidates, rule: ledger.rule, tally: foldRound(ledger) });
