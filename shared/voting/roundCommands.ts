import type { MarkId, PageId, RoundId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { pagesOf } from '../board/board.ts';
import { markOf } from '../board/buckets.ts';
import type { Command } from '../board/commands.ts';
import type { CardMark, ResultMark } from '../board/marks.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { Round } from '../board/round.ts';
import type { Point, Size } from '../geometry/box.ts';
import { translation } from '../geometry/matrix.ts';
import { drawLots } from './drawLots.ts';
import { chosenOf, outcomeOf } from './ranking.ts';
import { defaultDots } from './tableTally.ts';

/** What a new round needs from outside. */
export type RoundPlan = {
  readonly id: RoundId;
  readonly question: string;
  /** The cards that become candidates, in the order in which the room sees them. */
  readonly cards: readonly CardMark[];
  /** A third of the candidates when left out. */
  readonly dotsPerPerson?: number;
  /** How many dots a person may give to one candidate; one when left out, all of them for cumulative dots. */
  readonly atMostPerCandidate?: number;
  readonly openedMs: number;
};

/**
 * Makes a round of cards of any role: labels are the words as they stand on the board, doubled cards count once. Nobody
 * gets more dots than can be given.
 */
export function planRound({ id, question, cards, dotsPerPerson, atMostPerCandidate = 1, openedMs }: RoundPlan): Round {
  const labels = new Map(cards.map((card) => [card.id, card.text.replace(/\s+/g, ' ')]));
  const candidates = [...labels].map(([card, label]) => ({ id: card, label }));
  const dots = Math.min(dotsPerPerson ?? defaultDots(candidates.length), Math.max(1, candidates.length * atMostPerCandidate));
  return {
    id, question: question.trim(), candidates,
    rule: { dotsPerPerson: dots, atMostPerCandidate: Math.min(atMostPerCandidate, dots) },
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

/** What putting a result on the board needs from outside. */
export type ResultPlan = {
  readonly board: Board;
  readonly round: Round;
  readonly newId: MarkId;
  readonly order: string;
  /** Where a box of that size finds free room on the page, or null. */
  readonly place: (page: PageId, size: Size) => Point | null;
};

/** The page on which a round's result belongs: that of the winner's card, else of the first candidate, else the first page. */
export function pageOfResult(board: Board, round: Round): PageId | null {
  const winner = chosenOf(round);
  const order = winner ? [winner, ...round.candidates] : round.candidates;
  for (const { id } of order) {
    const mark = markOf(board, id);
    if (mark && board.pages[mark.page]) return mark.page;
  }
  return pagesOf(board)[0]?.id ?? null;
}

/**
 * Reveals a closed round and lets its result become part of the drawing when it decided something. A tie is told to the
 * room but stays off the board: what decides it, a run-off, lots or keeping both, goes there.
 */
export function planReveal(plan: ResultPlan): Command {
  const round: Round = { ...plan.round, state: 'revealed' };
  return chosenOf(round) === null ? { type: 'round.put', round } : withResult(plan, round);
}

/**
 * Decides a tie by lots, with the number that the room sees being drawn; the result then takes its room on the board.
 * @param seed short, so that it can be read aloud and everybody can draw the lots again
 */
export function planLots(plan: ResultPlan, seed: string): Command | null {
  const { round } = plan;
  const outcome = round.tally && outcomeOf(round.tally, round.candidates);
  if (outcome?.kind !== 'tie') return null;
  const [drawn] = drawLots(seed, outcome.candidates.map(({ id }) => id));
  return drawn === undefined ? null : withResult(plan, { ...round, state: 'revealed', lots: { seed, drawn } });
}

/** Leaves a tie as it is: all leaders stand on the board. */
export function planKeepBoth(plan: ResultPlan): Command {
  return withResult(plan, { ...plan.round, state: 'revealed' });
}

/**
 * A round with its result in the largest size that finds free room; without room, or when its result stands on the board
 * already, only the round: the panel and the outline tell it all the same.
 */
function withResult({ board, newId, order, place }: ResultPlan, round: Round): Command {
  const page = pageOfResult(board, round);
  const there = marksOfKind(board, 'result').some((mark) => mark.round === round.id);
  if (!page || there) return { type: 'round.put', round };
  for (const size of resultSizes(round.candidates.length)) {
    const at = place(page, size);
    if (!at) continue;
    const mark: ResultMark = {
      kind: 'result', id: newId, page, layer: 'harvest', order, matrix: translation(at.x, at.y), locked: false,
      round: round.id, w: size.w, h: size.h,
    };
    return { type: 'round.put', round, marks: [mark] };
  }
  return { type: 'round.put', round };
}
