import { expect, test } from 'vitest';
import { fetchWhileIdle, type LatePart } from '../../../renderer/screens/board/fetchWhileIdle.ts';
import { ticks } from '../state/memoryService.ts';

/** Parts that are fetched in moments that the test gives; `broken` is the one that cannot be fetched. */
function bench(broken = '') {
  const fetched: string[] = [];
  const waiting: (() => void)[] = [];
  let stops = 0;
  const part = (name: string): LatePart => ({ fetch: async () => { fetched.push(name); if (name === broken) throw new Error(name); } });
  const stop = fetchWhileIdle([part('handles'), part('panels'), part('export')], { idle: () => new Promise((resolve) => { waiting.push(resolve); }), stop: () => { stops++; } });
  return {
    fetched, stop, stops: () => stops,
    idle: async (): Promise<void> => {
      for (const go of waiting.splice(0)) go();
      await ticks();
    },
  };
}

test('parts come one in each idle moment, and then nobody watches the hand any more', async () => {
  const { fetched, idle, stops } = bench();
  await ticks();
  expect(fetched).toEqual([]);
  await idle();
  expect(fetched).toEqual(['handles']);
  await idle();
  expect([fetched, stops()]).toEqual([['handles', 'panels'], 0]);
  await idle();
  expect([fetched, stops()]).toEqual([['handles', 'panels', 'export'], 1]);
});

test('a desk that is left in between fetches nothing more', async () => {
  const { fetched, idle, stop, stops } = bench();
  await idle();
  stop();
  await idle();
  expect([fetched, stops() > 0]).toEqual([['handles'], true]);
});

test('a part that cannot be fetched ends it: without a server the others would not come either', async () => {
  const { fetched, idle, stops } = bench('panels');
  for (let i = 0; i < 4; i++) await idle();
  expect([fetched, stops()]).toEqual([['handles', 'panels'], 1]);
});
