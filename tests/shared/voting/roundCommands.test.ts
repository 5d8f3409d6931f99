import { describe, expect, it } from 'vitest';
import { asId, type MarkId, type RoundId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { Size } from '../../../shared/geometry/box.ts';
import { pageOfResult, planKeepBoth, planLots, planReveal, planRound, resultSizes, type ResultPlan } from '../../../shared/voting/roundCommands.ts';
import { after, cardsOf, HARVEST, kielBoard, name } from '../harvest/kielDay.ts';

const WORDS = ['jungle', 'mierennest', 'braderie', 'panda'];
const metaphors = (): Board => WORDS.reduce((board, word, i) => name(board, word, 'metaphor', i + 1, i), kielBoard());

function closed(board: Board, ...totals: readonly number[]): Round {
  const round = planRound({ id: asId<RoundId>('r1'), question: ' Welk beeld? ', cards: cardsOf(board), openedMs: 5 });
  const dots = Object.fromEntries(round.candidates.map(({ id }, i) => [id, totals[i] ?? 0]));
  return { ...round, state: 'closed', closedMs: 9, tally: { totals: dots, cast: 45, heads: 47, corrections: 0, ballots: [], byHand: dots } };
}

const planFor = (board: Board, round: Round, place: (size: Size) => { x: number; y: number } | null = () => ({ x: 620, y: 300 })): ResultPlan =>
  ({ board, round, newId: asId<MarkId>('result'), order: 'z1', place: (_, size) => place(size) });
const reveal = (board: Board, round: Round, place?: (size: Size) => { x: number; y: number } | null): Board => after(board, planReveal(planFor(board, round, place)));
const ID = asId<RoundId>('r1');
const RESULT = asId<MarkId>('result');

describe('a round on the board', () => {
  it('makes candidates of the metaphors in their order, with a third of them as dots', () => {
    const round = planRound({ id: asId<RoundId>('r1'), question: ' Welk beeld? ', cards: cardsOf(metaphors()), openedMs: 5 });
    expect(round).toMatchObject({ question: 'Welk beeld?', state: 'open', rule: { dotsPerPerson: 1, atMostPerCandidate: 1 }, tally: null });
    expect(round.candidates.map(({ label }) => label)).toEqual(WORDS);
  });

  it('never gives a person more dots than there are candidates', () => {
    const cards = cardsOf(metaphors()).slice(0, 2);
    expect(planRound({ id: asId<RoundId>('r1'), question: '', cards, dotsPerPerson: 5, openedMs: 5 }).rule.dotsPerPerson).toBe(2);
  });

  it('revealed, it becomes part of the drawing in the largest size that has room', () => {
    const board = metaphors();
    const sizes = resultSizes(4);
    const shown = reveal(board, closed(board, 5, 8, 13, 19), (size) => (size.w <= (sizes[1]?.w ?? 0) ? { x: 620, y: 300 } : null));
    expect(markOf(shown, asId('result'))).toMatchObject({ kind: 'result', page: HARVEST, round: 'r1', w: sizes[1]?.w, h: sizes[1]?.h, matrix: [1, 0, 0, 1, 620, 300] });
    expect(shown.rounds[asId<RoundId>('r1')]?.state).toBe('revealed');
  });

  it('without room it is revealed all the same, and covers nothing', () => {
    const board = metaphors();
    const shown = reveal(board, closed(board, 5, 8, 13, 19), () => null);
    expect(shown.rounds[asId<RoundId>('r1')]?.state).toBe('revealed');
    expect(markOf(shown, asId('result'))).toBeUndefined();
  });

  it('cumulative dots are held to what can be given', () => {
    const cards = cardsOf(metaphors());
    const rule = (dotsPerPerson: number, atMostPerCandidate: number) => planRound({ id: ID, question: '', cards, dotsPerPerson, atMostPerCandidate, openedMs: 5 }).rule;
    expect(rule(3, 3)).toEqual({ dotsPerPerson: 3, atMostPerCandidate: 3 });
    expect(rule(2, 5)).toEqual({ dotsPerPerson: 2, atMostPerCandidate: 2 });
    expect(rule(20, 2)).toEqual({ dotsPerPerson: 8, atMostPerCandidate: 2 });
  });

  it('can be held on cards of any role, themes and ideas too', () => {
    const board = ['groen', 'veilig', 'samen'].reduce((now, word, i) => name(now, word, i === 1 ? 'idea' : 'theme', 1, i), kielBoard());
    expect(planRound({ id: ID, question: 'Waar eerst?', cards: cardsOf(board), openedMs: 5 }).candidates.map(({ label }) => label)).toEqual(['groen', 'veilig', 'samen']);
  });

  it('in a tie it is told to the room, but is no result on the board before its run-off', () => {
    const board = metaphors();
    const shown = reveal(board, closed(board, 19, 8, 13, 19));
    expect(shown.rounds[ID]?.state).toBe('revealed');
    expect(markOf(shown, RESULT)).toBeUndefined();
    const empty = reveal(board, closed(board, 0, 0, 0, 0));
    expect(markOf(empty, RESULT)).toBeUndefined();
  });

  it('a tie that lots decide goes to the board with the number that was drawn, one that is kept with both', () => {
    const board = metaphors();
    const tied = closed(board, 19, 8, 13, 19);
    const shown = reveal(board, tied);
    const drawn = after(shown, planLots(planFor(shown, shown.rounds[ID]!), '4711'));
    expect(drawn.rounds[ID]?.lots?.seed).toBe('4711');
    expect([tied.candidates[0]?.id, tied.candidates[3]?.id]).toContain(drawn.rounds[ID]?.lots?.drawn);
    expect(markOf(drawn, RESULT)).toMatchObject({ kind: 'result', round: ID });
    expect(planLots(planFor(board, closed(board, 19, 8, 13, 18)), '4711')).toBeNull();
    const both = after(shown, planKeepBoth(planFor(shown, shown.rounds[ID]!)));
    expect(both.rounds[ID]?.lots).toBeNull();
    expect(markOf(both, RESULT)).toMatchObject({ kind: 'result', round: ID });
    expect(planKeepBoth(planFor(both, both.rounds[ID]!))).toEqual({ type: 'round.put', round: both.rounds[ID] });
  });

  it('the result of a run-off goes to the board in the place of the tie', () => {
    const board = metaphors();
    const first = reveal(board, closed(board, 19, 8, 13, 19));
    const decided = { ...closed(first, 20, 25), id: asId<RoundId>('r2'), runOffOf: ID };
    expect(markOf(reveal(first, decided), RESULT)).toMatchObject({ round: 'r2' });
  });

  it('its result belongs on the page of the winner, or on the first page when no candidate is on the board any more', () => {
    const board = metaphors();
    const round = closed(board, 5, 8, 13, 19);
    expect(pageOfResult(board, round)).toBe(HARVEST);
    expect(pageOfResult(kielBoard(), round)).toBe('p1');
  });
});
