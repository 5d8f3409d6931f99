import type { Board } from '../board/board.ts';
import type { Round } from '../board/round.ts';

/** The round among those revealed that was closed last; null when none is. */
export function lastRevealed({ rounds }: Pick<Board, 'rounds'>): Round | null {
  return Object.values(rounds).filter(({ state }) => state === 'revealed').sort((a, b) => (b.closedMs ?? 0) - (a.closedMs ?? 0))[0] ?? null;
}
