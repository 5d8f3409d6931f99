import { expect, test } from 'vitest';
import { asId, type RoundId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import { waitingRoundOf } from '../../../renderer/screens/board/followVote.ts';
import { round, sampleBoard } from '../../electron/services/sampleBoard.ts';

const boardWith = (...states: readonly Round['state'][]): Board => ({
  ...sampleBoard(),
  rounds: Object.fromEntries(states.map((state, i): [RoundId, Round] => [asId<RoundId>(`r${i}`), { ...round(`r${i}`, []), state, openedMs: 100 + i }])),
});

test('after a restart the round that was closed last waits for its reveal, and none that another came after', () => {
  expect(waitingRoundOf(boardWith('revealed', 'closed'), null)?.id).toBe('r1');
  expect(waitingRoundOf(boardWith('closed', 'revealed'), null)).toBeUndefined();
  expect(waitingRoundOf(boardWith('closed', 'open'), null)).toBeUndefined();
  expect(waitingRoundOf(boardWith(), null)).toBeUndefined();
});

test('a round that was put aside waits no longer, so that another vote can come first', () => {
  expect(waitingRoundOf(boardWith('revealed', 'closed'), asId<RoundId>('r1'))).toBeUndefined();
});
