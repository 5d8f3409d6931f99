import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type MarkId, type TableId } from '../../../../shared/base/ids.ts';
import { tablesOf } from '../../../../shared/board/board.ts';
import type { VotingWay } from '../../../../shared/contract/rounds.ts';
import { recountAgrees } from '../../../../shared/voting/recount.ts';
import { checkTableDots, sumOfDots } from '../../../../shared/voting/tableTally.ts';
import { atMoment, castBallot, choicesOf, closesByItself, countRow, emptyLedger, setCountdown, setWay, tallyOf, undoCount, viewLedger, voidBallot, type LedgerState } from '../../../../electron/services/rounds/ledgerState.ts';
import { ledgerText, readLedger } from '../../../../electron/services/rounds/ledgerText.ts';
import { board, braderie, cards, newest, opened, panda, rat, t1, t2, t3 } from './ledgerScene.ts';

const asIs = <Item>(items: readonly Item[]): readonly Item[] => items;
const slot = (voter: string): string => Buffer.from(voter.padEnd(32)).toString('hex');
const onPhones = { [t1]: 'phones', [t2]: 'phones', [t3]: 'phones' } as const;
const cast = (state: LedgerState, voter: string, table: number, choices: readonly MarkId[]): LedgerState => castBallot(state, board, newest(slot(voter), table, choices)).ledger;

describe('counting by table', () => {
  const ledger = emptyLedger(opened, {}, null);

  test('a row that does not add up is kept and told, but does not count', () => {
    const over = countRow(ledger, t1, { [panda]: 6, [rat]: 3 });
    expect(viewLedger(over, board).rows[0]).toMatchObject({ dots: { panda: 6, rat: 3, braderie: 0 }, tooMany: 2, counted: false });
    expect(tallyOf(over, board, asIs)).toMatchObject({ cast: 0, totals: { panda: 0, rat: 0 } });
  });

  test('a table that gave no dots is counted; one that was not asked is not', () => {
    const view = viewLedger(countRow(ledger, t1, {}), board);
    expect(view.rows.map(({ counted }) => counted)).toEqual([true, false, false, false, false, false, false]);
    expect(view).toMatchObject({ cast: 7, heads: 49, corrections: 0, canUndo: true });
  });

  test('every change of a count that stood is a correction, taking it back too', () => {
    const once = countRow(ledger, t1, { [panda]: 4 });
    const twice = countRow(once, t1, { [panda]: 5 });
    expect(countRow(twice, t1, { [panda]: 5, [rat]: 0 })).toBe(twice);
    expect(twice.corrections).toBe(1);
    const back = undoCount(twice);
    expect(back).toMatchObject({ rows: { t1: { panda: 4 } }, corrections: 2 });
    expect(undoCount(undoCount(back))).toMatchObject({ rows: {}, recounts: [] });
  });

  test('taking all counts back leads to an empty grid, whatever was counted', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom(t1, t2, null), fc.nat(9), fc.nat(9)), { maxLength: 20 });
    fc.assert(fc.property(counts, (steps) => {
      let state = steps.reduce((now, [table, pandas, rats]) => countRow(now, table, { [panda]: pandas, [rat]: rats }), setWay(ledger, board, t3, 'hands'));
      const tally = tallyOf(state, board, asIs);
      expect(recountAgrees(tally)).toBe(true);
      expect(sumOfDots(tally.totals)).toBeLessThanOrEqual(tally.cast);
      while (state.recounts.length > 0) state = undoCount(state);
      expect(state).toMatchObject({ rows: {}, hands: null });
    }));
  });
});

describe('raised hands', () => {
  test('are one row for all tables that vote so, held against all their people', () => {
    const ledger = countRow(emptyLedger(opened, { [t1]: 'hands', [t2]: 'hands' }, null), null, { [panda]: 9, [rat]: 5 });
    expect(viewLedger(ledger, board)).toMatchObject({ hands: { heads: 14, dots: { panda: 9, rat: 5, braderie: 0 }, counted: true, tooMany: 0 }, cast: 14 });
    expect(viewLedger(countRow(ledger, null, { [panda]: 14, [rat]: 3 }), board)).toMatchObject({ hands: { counted: false, tooMany: 3 }, cast: 0 });
  });

  test.each(['comes to them', 'leaves them'] as const)('are counted anew when a table %s, since other people raise them: a correction, that undo does not take back', (change) => {
    const hands = countRow(countRow(emptyLedger(opened, { [t1]: 'hands', [t2]: 'hands' }, null), t3, { [rat]: 1 }), null, { [panda]: 3 });
    expect(viewLedger(hands, board)).toMatchObject({ hands: { counted: true }, cast: 21, corrections: 0 });
    const others = change === 'leaves them' ? setWay(hands, board, t2, 'paper') : setWay(hands, board, asId<TableId>('t4'), 'hands');
    expect(viewLedger(others, board)).toMatchObject({ hands: { heads: change === 'leaves them' ? 7 : 21, dots: {}, counted: false, tooMany: 0 }, cast: 7, corrections: 1 });
    expect(undoCount(others)).toMatchObject({ hands: null, rows: {}, recounts: [] });
  });

  test('stay as they were counted when tables change between paper and phones', () => {
    const hands = countRow(emptyLedger(opened, { [t1]: 'hands' }, null), null, { [panda]: 3 });
    expect(viewLedger(setWay(hands, board, t2, 'phones'), board)).toMatchObject({ hands: { counted: true }, corrections: 0 });
  });
});

describe('ballots', () => {
  const ledger = emptyLedger(opened, onPhones, null);

  test('a new vote replaces the old and counts once', () => {
    const first = castBallot(ledger, board, newest(slot('a'), 1, [panda]));
    const second = castBallot(first.ledger, board, newest(slot('a'), 1, [rat]));
    expect([first.outcome, second.outcome]).toEqual(['cast', 'replaced']);
    expect(tallyOf(second.ledger, board, asIs)).toMatchObject({ cast: 1, totals: { panda: 0, rat: 1 } });
  });

  test('the same vote sent again changes nothing', () => {
    const once = cast(ledger, 'a', 1, [panda]);
    const same = { slot: slot('a'), table: 1, choices: [panda], count: once.ballots[slot('a')]!.count };
    expect(castBallot(once, board, same)).toEqual({ ledger: once, outcome: 'replaced' });
  });

  test('in whatever order the ballots of a phone arrive, and however often, the one that was sent last counts', () => {
    const sent = fc.array(fc.constantFrom(panda, rat, braderie), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(sent.chain((choices) => fc.tuple(fc.constant(choices), fc.array(fc.nat({ max: choices.length - 1 }), { maxLength: 20 }))), ([choices, detours]) => {
      // Each arrives at least once: some early, some again, the rest afterwards.
      const arrivals = [...detours, ...choices.keys()];
      const counts: number[] = [];
      const end = arrivals.reduce((state, i) => {
        const { ledger: next, outcome } = castBallot(state, board, { slot: slot('a'), table: 1, choices: [choices[i]!], count: i + 1 });
        const best = Math.max(0, ...counts);
        expect(outcome).toBe(best === 0 ? 'cast' : i + 1 < best ? 'newer' : 'replaced');
        counts.push(i + 1);
        return next;
      }, ledger);
      expect(choicesOf(end, end.ballots[slot('a')]!)).toEqual([choices[choices.length - 1]]);
      expect(viewLedger(end, board).cast).toBe(1);
    }));
  });

  test('of a seat that was given to somebody else is taken out once, as a correction', () => {
    const voted = cast(cast(ledger, 'a', 1, [panda]), 'b', 1, [rat]);
    const voided = voidBallot(voted, slot('a'));
    expect(tallyOf(voided, board, asIs)).toMatchObject({ cast: 1, totals: { panda: 0, rat: 1 }, corrections: 1 });
    expect(voidBallot(voided, slot('a'))).toBe(voided);
  });

  test('a table that goes over to paper loses its ballots, gets no new ones, and votes again when it comes back', () => {
    const voted = cast(cast(ledger, 'a', 1, [panda]), 'b', 2, [rat]);
    const paper = setWay(voted, board, t1, 'paper');
    expect(paper.corrections).toBe(1);
    expect(viewLedger(paper, board)).toMatchObject({ cast: 1, rows: [{ way: 'paper', phones: 0 }, { way: 'phones', phones: 1 }, {}, {}, {}, {}, {}] });
    expect(castBallot(paper, board, newest(slot('a'), 1, [panda]))).toEqual({ ledger: paper, outcome: 'elsewhere' });
    const back = setWay(paper, board, t1, 'phones');
    expect(viewLedger(back, board).cast).toBe(1);
    expect(castBallot(back, board, newest(slot('a'), 1, [rat])).outcome).toBe('cast');
  });

  test('more dots than the rule gives, or dots on something else, are no vote', () => {
    const outcome = (choices: readonly MarkId[]): string => castBallot(ledger, board, newest(slot('b'), 1, choices)).outcome;
    expect(outcome([panda, rat])).toBe('invalid');
    expect(outcome([asId<MarkId>('nobody')])).toBe('invalid');
    expect(outcome([panda, panda])).toBe('invalid');
    expect(outcome([])).toBe('cast');
    expect(castBallot(ledger, board, newest(slot('b'), 99, [panda])).outcome).toBe('elsewhere');
  });

  test('with cumulative dots several may go to one candidate, up to what the rule allows', () => {
    const cumulative = emptyLedger({ ...opened, rule: { dotsPerPerson: 3, atMostPerCandidate: 2 } }, onPhones, null);
    const voted = castBallot(cumulative, board, newest(slot('a'), 1, [rat, panda, panda]));
    expect(voted.outcome).toBe('cast');
    expect(choicesOf(voted.ledger, voted.ledger.ballots[slot('a')]!)).toEqual([panda, panda, rat]);
    expect(tallyOf(voted.ledger, board, asIs).totals).toEqual({ panda: 2, rat: 1, braderie: 0 });
    expect(castBallot(cumulative, board, newest(slot('a'), 1, [panda, panda, panda])).outcome).toBe('invalid');
  });

  test('lie in an order that says nothing about when they came', () => {
    const came = ['c', 'a', 'b'].reduce((now, voter) => cast(now, voter, 1, [panda]), ledger);
    expect([...ledgerText(came).matchAll(/"([0-9a-f]{64})"/g)].map(([, found]) => found)).toEqual(['a', 'b', 'c'].map(slot));
    expect(readLedger(ledgerText(came))).toEqual(came);
  });

  test('more of them than a table has people count, are told, and raise the number of people', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `v${i}`).reduce((now, voter) => cast(now, voter, 1, [panda]), ledger);
    const view = viewLedger(nine, board);
    expect(view.rows[0]).toMatchObject({ heads: 7, phones: 9, tooMany: 2, counted: true });
    expect(view).toMatchObject({ cast: 9, heads: 51 });
  });
});

describe('a countdown', () => {
  const ledger = cast(emptyLedger(opened, onPhones, 60_000), 'a', 1, [panda]);

  test('that ends lets no phone vote any more, and leaves a table on paper or hands to who counts them, also when their rows add up', () => {
    expect(atMoment(ledger, 59_999, true)).toBe(ledger);
    const up = atMoment(ledger, 60_000, true);
    expect(castBallot(up, board, newest(slot('b'), 1, [panda]))).toEqual({ ledger: up, outcome: 'closed' });
    expect(viewLedger(up, board)).toMatchObject({ time: 'up', closesMs: 60_000 });
    const others = ['t4', 't5', 't6', 't7'].map((table) => asId<TableId>(table));
    const paper = others.reduce((now, table) => countRow(now, table, {}), up);
    expect(closesByItself(viewLedger(paper, board))).toBe(false);
    const hands = others.reduce((now, table) => setWay(now, board, table, 'hands'), up);
    expect(closesByItself(viewLedger(countRow(hands, null, { [panda]: 3 }), board))).toBe(false);
    const phones = others.reduce((now, table) => setWay(now, board, table, 'phones'), up);
    expect(closesByItself(viewLedger(phones, board))).toBe(true);
    const nobody = { ...board, tables: Object.fromEntries(Object.entries(board.tables).map(([id, table]) => [id, { ...table, heads: 0 }])) };
    expect(closesByItself(viewLedger(up, nobody))).toBe(true);
  });

  test('that is given more time lets phones vote again', () => {
    const more = setCountdown(atMoment(ledger, 60_000, true), 90_000);
    expect(castBallot(more, board, newest(slot('b'), 1, [panda])).outcome).toBe('cast');
  });

  test('that ended while the laptop slept or was off takes nobody the vote', () => {
    for (const after of [atMoment(ledger, 200_000, true), atMoment(ledger, 60_001, false)]) {
      expect(viewLedger(after, board)).toMatchObject({ time: 'missed', closesMs: null, cast: 1 });
      expect(castBallot(after, board, newest(slot('b'), 1, [panda])).outcome).toBe('cast');
    }
  });
});

describe('what is kept of a closed round', () => {
  const rows = (state: LedgerState, ...tables: readonly TableId[]): LedgerState => tables.reduce((now, table) => countRow(now, table, { [panda]: 3, [rat]: 4 }), state);

  test('ballots apart from the rest when both come from at least two tables', () => {
    const ledger = rows(cast(cast(emptyLedger(opened, { [t1]: 'phones', [t2]: 'phones' }, null), 'a', 1, [panda]), 'b', 2, [rat]), t3, asId<TableId>('t4'));
    expect(tallyOf(ledger, board, asIs)).toEqual({ totals: { panda: 7, rat: 9, braderie: 0 }, byHand: { panda: 6, rat: 8, braderie: 0 }, ballots: [[panda], [rat]], cast: 16, heads: 49, corrections: 0 });
  });

  test('one sum when a single table voted on phones: its ballots would be its result', () => {
    const ledger = rows(cast(cast(emptyLedger(opened, { [t1]: 'phones' }, null), 'a', 1, [panda]), 'b', 1, [rat]), t2, t3);
    expect(tallyOf(ledger, board, asIs)).toMatchObject({ ballots: [], byHand: { panda: 7, rat: 9 }, totals: { panda: 7, rat: 9 }, cast: 16 });
  });

  test('one sum when a single table was counted by hand', () => {
    const ledger = rows(cast(cast(emptyLedger(opened, onPhones, null), 'a', 1, [panda]), 'b', 2, [rat]), asId<TableId>('t4'));
    expect(tallyOf(ledger, board, asIs)).toMatchObject({ ballots: [], byHand: { panda: 4, rat: 5 }, cast: 9 });
    const hands = countRow(cast(cast(emptyLedger(opened, { ...onPhones, [t3]: 'hands' }, null), 'a', 1, [panda]), 'b', 2, [rat]), null, { [panda]: 7 });
    expect(tallyOf(hands, board, asIs)).toMatchObject({ ballots: [], byHand: { panda: 8, rat: 1 } });
    expect(tallyOf(countRow(setWay(hands, board, asId<TableId>('t4'), 'hands'), null, { [panda]: 14 }), board, asIs)).toMatchObject({ ballots: [[panda], [rat]], byHand: { panda: 14, rat: 0 } });
  });
});

/** What can happen in a room, as far as counting goes. */
type Step =
  | { readonly kind: 'way'; readonly table: number; readonly way: VotingWay }
  | { readonly kind: 'cast'; readonly table: number; readonly seat: number; readonly choice: MarkId }
  | { readonly kind: 'count'; readonly table: number | null; readonly dots: readonly number[] };

const table = fc.integer({ min: 1, max: 4 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('way' as const), table, way: fc.constantFrom<VotingWay>('paper', 'phones', 'hands') }),
  fc.record({ kind: fc.constant('cast' as const), table, seat: fc.nat(8), choice: fc.constantFrom(panda, rat, braderie) }),
  fc.record({ kind: fc.constant('count' as const), table: fc.option(table), dots: fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }) }),
), { maxLength: 60 });

const idOf = (number: number): TableId => asId<TableId>(`t${number}`);
const dotsOf = (dots: readonly number[]): { readonly [id: MarkId]: number } => Object.fromEntries(cards.map(({ id }, i) => [id, dots[i] ?? 0]));

function after(state: LedgerState, step: Step): LedgerState {
  switch (step.kind) {
    case 'way': return setWay(state, board, idOf(step.table), step.way);
    case 'cast': return cast(state, `${step.table} ${step.seat}`, step.table, [step.choice]);
    case 'count': return countRow(state, step.table === null ? null : idOf(step.table), dotsOf(step.dots));
  }
}

/** The last step of a list that fits. */
const last = <Found extends Step>(list: readonly Step[], fits: (step: Step) => step is Found): Found | undefined => list.filter(fits).pop();

/** The same room counted person by person: each person at the way that the table has in the end, and nowhere else. */
function personByPerson(all: readonly Step[]): { readonly cast: number; readonly totals: { readonly [id: string]: number } } {
  const given: Record<string, number> = Object.fromEntries(cards.map(({ id }) => [id, 0]));
  const give = (dots: { readonly [id: string]: number }): void => { for (const [id, count] of Object.entries(dots)) given[id] = (given[id] ?? 0) + count; };
  let people = 0, raising = 0;
  for (const { id, number, heads } of tablesOf(board)) {
    const turn = all.map((step) => step.kind === 'way' && step.table === number && step.way !== 'phones').lastIndexOf(true);
    const way = last(all, (step): step is Extract<Step, { kind: 'way' }> => step.kind === 'way' && idOf(step.table) === id)?.way ?? 'paper';
    if (way === 'hands') raising += heads;
    if (way === 'paper') {
      const row = last(all, (step): step is Extract<Step, { kind: 'count' }> => step.kind === 'count' && step.table === number);
      if (row && checkTableDots(dotsOf(row.dots), heads, opened.rule).counted) { people += heads; give(dotsOf(row.dots)); }
    }
    if (way === 'phones') {
      const came = all.filter((step, i) => i > turn && wayAt(all, i, number) === 'phones');
      for (let seat = 0; seat <= 8; seat++) {
        const vote = last(came, (step): step is Extract<Step, { kind: 'cast' }> => step.kind === 'cast' && step.table === number && step.seat === seat);
        if (vote) { people += 1; give({ [vote.choice]: 1 }); }
      }
    }
  }
  const joined = all.map((step, i) => step.kind === 'way' && step.way !== wayAt(all, i, step.table) && [step.way, wayAt(all, i, step.table)].includes('hands')).lastIndexOf(true);
  const hands = last(all.slice(joined + 1), (step): step is Extract<Step, { kind: 'count' }> => step.kind === 'count' && step.table === null);
  if (hands && checkTableDots(dotsOf(hands.dots), raising, opened.rule).counted) { people += raising; give(dotsOf(hands.dots)); }
  return { cast: people, totals: given };
}

/** How a table voted when a step was taken. */
function wayAt(all: readonly Step[], at: number, number: number): VotingWay {
  return last(all.slice(0, at), (step): step is Extract<Step, { kind: 'way' }> => step.kind === 'way' && step.table === number)?.way ?? 'paper';
}

describe('whatever happens in a room', () => {
  test('nobody counts twice, and whoever changed between paper, phone and hands counts once, where they were last', () => {
    fc.assert(fc.property(steps, (all) => {
      const ledger = all.reduce(after, emptyLedger(opened, {}, null));
      const tally = tallyOf(ledger, board, asIs);
      const expected = personByPerson(all);
      expect(tally.totals).toEqual(expected.totals);
      expect(tally.cast).toBe(expected.cast);
      expect(viewLedger(ledger, board).cast).toBe(expected.cast);
    }), { numRuns: 300 });
  });

  test('turnout is never more than the room, no vote has more dots than the rule, and a recount agrees', () => {
    fc.assert(fc.property(steps, (all) => {
      const ledger = all.reduce(after, emptyLedger(opened, {}, null));
      const tally = tallyOf(ledger, board, (items) => [...items].reverse());
      expect(tally.cast).toBeLessThanOrEqual(tally.heads);
      expect(tally.heads).toBe(viewLedger(ledger, board).heads);
      expect(sumOfDots(tally.totals)).toBeLessThanOrEqual(tally.cast * opened.rule.dotsPerPerson);
      expect(recountAgrees(tally)).toBe(true);
      expect(readLedger(ledgerText(ledger))).toEqual(ledger);
    }));
  });
});
