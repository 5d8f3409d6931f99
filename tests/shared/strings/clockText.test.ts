import { expect, test } from 'vitest';
import { clockText } from '../../../shared/strings/clockText.ts';

test('a clock shows the second that has begun, counts the last one as one, and never goes below nothing', () => {
  expect([161_000, 160_001, 125_000, 80_000, 60_001, 59_000, 999, 1, 0, -500, -4_000].map(clockText)).toEqual(['2:41', '2:41', '2:05', '1:20', '1:01', '0:59', '0:01', '0:01', '0:00', '0:00', '0:00']);
});

test('from an hour on it has hours', () => {
  expect([3_599_001, 3_600_001, 3_900_000].map(clockText)).toEqual(['1:00:00', '1:00:01', '1:05:00']);
});
