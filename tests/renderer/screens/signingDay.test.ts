import { expect, test } from 'vitest';
import type { PeoplePart } from '../../../shared/contract/people.ts';
import { signingDay } from '../../../renderer/screens/board/signingDay.ts';

const NOW_MS = new Date('2026-11-20T23:30').getTime();
const someone = { id: 'p' } as PeoplePart['people'][number];
const dayFor = (eraseOn: string, people: PeoplePart['people'] = []): string | null => signingDay({ people, purpose: '', eraseOn }, NOW_MS);

test('who signs agrees to the day that was chosen, or else to a year from now', () => {
  expect(dayFor('')).toBe('2027-11-20');
  expect(dayFor('2026-11-21')).toBe('2026-11-21');
  expect(dayFor('2026-11-21', [someone])).toBe('2026-11-21');
});

test('nobody agrees to a day that has come: it is a new one when everybody was wiped, and none before', () => {
  for (const passed of ['2026-11-20', '2025-01-31']) {
    expect(dayFor(passed)).toBe('2027-11-20');
    expect(dayFor(passed, [someone])).toBeNull();
  }
});
