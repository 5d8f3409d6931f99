import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { tableWithNumber, wayOf, type LedgerState } from './ledgerState.ts';

/** What phones may know of the open round. */
export type OpenVote = {
  readonly round: Round;
  /** Null while the round is open without countdown. */
  readonly closesMs: number | null;
  /** True once the countdown ended: no ballot is taken any more. */
  readonly timeUp: boolean;
  /** How the table with a number votes; null when the board has no such table. */
  readonly wayAt: (table: number) => VotingWay | null;
};

/** The round that phones vote in, of all whose ledgers lie open: the newest that is open on the board; null when there is none. */
export function openVoteOf(ledgers: readonly LedgerState[], board: Board): OpenVote | null {
  const open = ledgers.filter(({ round }) => board.rounds[round.id]?.state === 'open');
  const state = open.sort((a, b) => b.round.openedMs - a.round.openedMs)[0];
  if (!state) return null;
  const { round, closesMs, time } = state;
  const wayAt = (number: number): VotingWay | null => {
    const table = tableWithNumber(board, number);
    return table === null ? null : wayOf(state, table);
  };
  return { round, closesMs, timeUp: time === 'up', wayAt };
}
