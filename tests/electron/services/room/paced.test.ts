import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../../electron/services/room/paced.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('what comes alone is told at once; of many in a pause the first at once and the last after it; keys do not wait for each other', () => {
  const told: string[] = [];
  const tell = paced<string, number>((key, value) => { told.push(`${key}${value}`); }, 100);
  tell('a', 1);
  expect(told).toEqual(['a1']);
  tell('a', 2);
  tell('b', 1);
  tell('a', 3);
  expect(told).toEqual(['a1', 'b1']);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(['a1', 'b1', 'a3']);
  tell('a', 4);
  expect(told).toHaveLength(3);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(['a1', 'b1', 'a3', 'a4']);
  vi.advanceTimersByTime(100);
  tell('a', 5);
  expect(told.at(-1)).toBe('a5');
});
