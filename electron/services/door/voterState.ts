import type { MarkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { VoterState } from '../../../shared/contract/phone.ts';
import { lastEnded } from '../../../shared/voting/lastEnded.ts';
import { outcomeOf } from '../../../shared/voting/ranking.ts';
import type { ShownBallot } from '../rounds/heldRound.ts';
import type { OpenVote } from '../rounds/openVote.ts';

/** What a voter's phone is shown of: the board, the vote that is on, and what only the laptop knows about it. */
export type VoterView = {
  readonly board: Board;
  /** Number of the voter's table. */
  readonly table: number;
  readonly vote: OpenVote | null;
  /** The ballot that counts for this voter now. */
  readonly mine: ShownBallot | null;
  readonly hasPicture: (candidate: MarkId) => boolean;
  /** Whether the room has seen the result of a round: it comes first. */
  readonly isTold: (round: Round) => boolean;
  readonly nowMs: number;
};

/** What a voter's phone shows now; a round that was cancelled is as if it had not been. */
export function voterState({ board, table, vote, mine, hasPicture, isTold, nowMs }: VoterView): VoterState {
  if (!vote) return afterwards(board, table, isTold);
  const { round, closesMs, timeUp, wayAt } = vote;
  const { question } = round;
  const way = wayAt(table) ?? 'paper';
  if (way !== 'phones') return { phase: 'elsewhere', table, way, question };
  if (timeUp) return { phase: 'closed', table, question };
  return {
    phase: 'vote', table, round: round.id, question, dotsPerPerson: round.rule.dotsPerPerson, atMostPerCandidate: round.rule.atMostPerCandidate,
    candidates: round.candidates.map(({ id, label }, place) => ({ id, letter: letterOf(place), label, picture: hasPicture(id) })),
    mine: mine?.choices ?? null, count: mine?.count ?? 0, closesInMs: closesMs === null ? null : Math.max(0, closesMs - nowMs),
  };
}

function afterwards(board: Board, table: number, isTold: (round: Round) => boolean): VoterState {
  const last = lastEnded(board);
  if (!last) return { phase: 'wait', table };
  const { question } = last;
  return last.state === 'revealed' && isTold(last) ? { phase: 'revealed', table, question, winners: winnersOf(last) } : { phase: 'closed', table, question };
}

/** The names that won: one, all in a tie, the one that lots gave, none without a dot. */
function winnersOf(round: Round): readonly string[] {
  const { tally, lots, candidates } = round;
  if (!tally) return [];
  const outcome = outcomeOf(tally, candidates);
  switch (outcome.kind) {
    case 'none': return [];
    case 'winner': return [outcome.candidate.label];
    case 'tie': return outcome.candidates.filter(({ id }) => lots === null || lots.drawn === id).map(({ label }) => label);
  }
}

/** A, B, C … as on paper and on the room screen. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + (place % 26));
}
