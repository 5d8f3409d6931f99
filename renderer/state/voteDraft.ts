import type { MarkId } from '../../shared/base/ids.ts';
import type { CardRole } from '../../shared/board/marks.ts';
import type { VotingWays } from '../../shared/contract/rounds.ts';

/** Cards that a room can choose from. */
export type VoteRole = Exclude<CardRole, 'point'>;

/** What the facilitator has decided so far about the next round; null and absent parts are still as proposed. */
export type VoteDraft = {
  readonly question: string | null;
  readonly role: VoteRole | null;
  readonly chosen: readonly MarkId[] | null;
  readonly dots: number | null;
  /** Whether several dots of one person may go to one candidate. */
  readonly piling: boolean;
  /** What was said of single tables; the others vote as proposed. */
  readonly ways: VotingWays;
  /** Length of the countdown, minutes; null without one. */
  readonly minutes: number | null;
};

/** Before anybody touched anything. */
export const FIRST_DRAFT: VoteDraft = { question: null, role: null, chosen: null, dots: null, piling: false, ways: {}, minutes: null };
