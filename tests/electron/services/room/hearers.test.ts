import { expect, test } from 'vitest';
import { EVENT_NAMES } from '../../../../shared/contract/contract.ts';
import { hearersOf } from '../../../../electron/services/room/hearers.ts';

test('the first marks of a file go to the desk, live ink to the room, and everything else to every window', () => {
  expect(EVENT_NAMES.filter((name) => hearersOf(name) === 'desk')).toEqual(['boards.firstMarks']);
  expect(EVENT_NAMES.filter((name) => hearersOf(name) === 'room')).toEqual(['room.live']);
});
