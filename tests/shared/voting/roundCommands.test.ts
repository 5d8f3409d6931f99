import { describe, expect, it } from 'vitest';
import { asId, type MarkId, type RoundId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { Size } from '../../../shared/geometry/box.ts';
import { pageOfResult, planReveal, planRound, resultSizes } from '../../../shared/voting/roundCommands.ts';
import { after, cardsOf, HARVEST, kielBoard, name } from '../harvest/kielDay.ts';

const WORDS = ['jungle', 'mierennest', 'braderie', 'panda'];
const metaphors = (): Board => WORDS.reduce((board, word, i) => name(board, word, 'metaphor', i + 1, i), kielBoard());

function closed(board: Board, ...totals: readonly number[]): Round {
  const round = planRound({ id: asId<RoundId>('r1'), question: ' Welk beeld? ', cards: cardsOf(board), openedMs: 5 });
  const dots = Object.fromEntries(round.candidates.map(({ id }, i) => [id, totals[i] ?? 0]));
  return { ...round, state: 'closed', closedMs: 9, tally: { totals: dots, cast: 45, heads: 47, corrections: 0, ballots: [], byHand: dots } };
}

const reveal = (board: Board, round: Round, place: (size: Size) => { x: number; y: number } | null): Board =>
  after(board, planReveal({ board, round, newId: asId<MarkId>('result'), order: 'z1', place: (_, size) => place(size) }));

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

  it('its result belongs on the page of the winner, or on the first page when no candidate is on the board any more', () => {
    const board = metaphors();
    const round = closed(board, 5, 8, 13, 19);
    expect(pageOfResult(board, round)).toBe(HARVEST);
    expect(pageOfResult(kielBoard(), round)).toBe('p1');
  });
});
