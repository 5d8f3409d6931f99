import type { MarkId, PageId, RoundId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { pagesOf } from '../board/board.ts';
import { markOf } from '../board/buckets.ts';
import type { Command } from '../board/commands.ts';
import type { CardMark, ResultMark } from '../board/marks.ts';
import type { Round } from '../board/round.ts';
import type { Point, Size } from '../geometry/box.ts';
import { translation } from '../geometry/matrix.ts';
import { winnerOf } from './ranking.ts';
import { defaultDots } from './tableTally.ts';

/** What a new round needs from outside. */
export type RoundPlan = {
  readonly id: RoundId;
  readonly question: string;
  /** The cards that become candidates, in the order in which the room sees them. */
  readonly cards: readonly CardMark[];
  /** A third of the candidates when left out. */
  readonly dotsPerPerson?: number;
  readonly openedMs: number;
};

/** Makes a round of cards: labels are the words as they stand on the board, doubled cards count once. */
export function planRound({ id, question, cards, dotsPerPerson, openedMs }: RoundPlan): Round {
  const labels = new Map(cards.map((card) => [card.id, card.text.replace(/\s+/g, ' ')]));
  const candidates = [...labels].map(([card, label]) => ({ id: card, label }));
  return {
    id, question: question.trim(), candidates,
    rule: { dotsPerPerson: Math.min(dotsPerPerson ?? defaultDots(candidates.length), Math.max(1, candidates.length)), atMostPerCandidate: 1 },
    state: 'open', openedMs, closedMs: null, tally: null, runOffOf: null, lots: null,
  };
}

/** Too low for bars: the result then stands there in words. */
const IN_WORDS: Size = { w: 540, h: 84 };

/**
 * The sizes in which a result may stand on the board, largest first: a row for each candidate, with its name and its
 * bar, and a line for the turnout. The smallest with bars keeps names at 20 units, the floor for lettering on a sheet; the last one is for words alone.
 */
export function resultSizes(candidates: number): readonly Size[] {
  const bars = [80, 64, 51].map((rowUnits) => ({ w: rowUnits * 6.5, h: (rowUnits * candidates) / 0.88 }));
  return [...bars, IN_WORDS];
}

/** What revealing a round needs from outside. */
export type RevealPlan = {
  readonly board: Board;
  readonly round: Round;
  readonly newId: MarkId;
  readonly order: string;
  /** Where a box of that size finds free room on the page, or null. */
  readonly place: (page: PageId, size: Size) => Point | null;
};

/** The page on which a round's result belongs: that of the winner's card, else of the first candidate, else the first page. */
export function pageOfResult(board: Board, round: Round): PageId | null {
  const winner = winnerOf(round);
  const order = winner ? [winner, ...round.candidates] : round.candidates;
  for (const { id } of order) {
    const mark = markOf(board, id);
    if (mark && board.pages[mark.page]) return mark.page;
  }
  return pagesOf(board)[0]?.id ?? null;
}

/**
 * Reveals a closed round and lets its result take free room on the board, in the largest size that fits.
 * Without room the round is revealed all the same: its result then stands in the panel and the outline only.
 */
export function planReveal({ board, round, newId, order, place }: RevealPlan): Command {
  const revealed: Round = { ...round, state: 'revealed' };
  const page = pageOfResult(board, round);
  if (!page) return { type: 'round.put', round: revealed };
  for (const size of resultSizes(round.candidates.length)) {
    const at = place(page, size);
    if (!at) continue;
    const mark: ResultMark = {
      kind: 'result', id: newId, page, layer: 'harvest', order, matrix: translation(at.x, at.y), locked: false,
      round: round.id, w: size.w, h: size.h,
    };
    return { type: 'round.put', round: revealed, marks: [mark] };
  }
  return { type: 'round.put', round: revealed };
}
