import type { RoundId } from '../base/ids.ts';
import type { Candidate, Round } from '../board/round.ts';
import { ranking } from './ranking.ts';

/** Between whom a run-off goes: all leaders in a tie, or the first two. */
export type RunOffKind = 'leaders' | 'topTwo';

/**
 * The candidates of a run-off, in the order of the first round. Nobody is dropped from a shared place: a tie in second
 * place brings all of them along. Fewer than two mean that there is nothing to decide.
 */
export function runOffCandidates(round: Round, kind: RunOffKind): readonly Candidate[] {
  if (!round.tally) return [];
  const places = ranking(round.tally, round.candidates);
  const chosen = new Set(places[0]?.candidates ?? []);
  if (kind === 'topTwo' && chosen.size === 1) places[1]?.candidates.forEach((candidate) => chosen.add(candidate));
  return round.candidates.filter((candidate) => chosen.has(candidate));
}

/**
 * The round that decides another one: its leading candidates, one dot each, the same question.
 * @returns null when fewer than two candidates are left, so that there is nothing to decide
 */
export function runOff(round: Round, kind: RunOffKind, id: RoundId, openedMs: number): Round | null {
  const candidates = runOffCandidates(round, kind);
  if (candidates.length < 2) return null;
  return {
    id, question: round.question, candidates, rule: { dotsPerPerson: 1, atMostPerCandidate: 1 },
    state: 'open', openedMs, closedMs: null, tally: null, runOffOf: round.id, lots: null,
  };
}
