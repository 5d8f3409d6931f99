import type { Board } from '../board/board.ts';
import type { Round } from '../board/round.ts';

/** The round that was closed last, revealed or not; null when none was. One that was cancelled is as if it had not been. */
export function lastEnded({ rounds }: Pick<Board, 'rounds'>): Round | null {
  return Object.values(rounds).filter(({ state }) => state === 'closed' || state === 'revealed').sort((a, b) => (b.closedMs ?? 0) - (a.closedMs ?? 0))[0] ?? null;
}
