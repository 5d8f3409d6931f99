import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onEachSecond } from '../../../renderer/panels/parts/onEachSecond.ts';
import { clockText } from '../../../shared/strings/clockText.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('every second of a countdown is shown once, whenever one began to look, and after its end too', () => {
  const endMs = Date.now() + 3400;
  const seen: string[] = [];
  const stop = onEachSecond(endMs, () => seen.push(`${endMs < Date.now() ? '-' : ''}${clockText(Math.abs(endMs - Date.now()))}`));
  vi.advanceTimersByTime(5600);
  stop();
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual(['0:03', '0:02', '0:01', '-0:01', '-0:02', '-0:03']);
});

test('two clocks of one moment tick together', () => {
  const endMs = Date.now() + 10_000;
  const at: number[][] = [[], []];
  const stops = [onEachSecond(endMs, () => at[0]?.push(Date.now()))];
  vi.advanceTimersByTime(1333);
  stops.push(onEachSecond(endMs, () => at[1]?.push(Date.now())));
  vi.advanceTimersByTime(4000);
  for (const stop of stops) stop();
  expect(at[1]).toEqual(at[0]?.slice(1));
  expect(at[1]).not.toEqual([]);
});
