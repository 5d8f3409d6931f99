import { expect, test } from 'vitest';
import { asId, type InkId } from '../../../shared/base/ids.ts';
import { inkBounds, packInk } from '../../../shared/ink/ink.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { KeptInks } from '../../../renderer/state/keptInks.ts';

const a = asId<InkId>('a'), b = asId<InkId>('b');
const inkOf = (x: number) => packInk([{ x, y: 2, pressure: 0.5, timeMs: 0 }, { x: x + 8, y: 3, pressure: 1, timeMs: 16 }]);

test('ink is there as it was drawn, and the same each time it is looked at', () => {
  const inks = new KeptInks();
  inks.put(a, encodeInk(inkOf(1)));
  expect(inks.get(a)).toEqual(inkOf(1));
  expect(inks.get(a)).toBe(inks.get(a));
  expect(inks.get(b)).toBeUndefined();
  expect([inks.size, inks.has(a), inks.has(b)]).toEqual([1, true, false]);
});

test('ink never changes: what comes under the same name a second time is passed over', () => {
  const inks = new KeptInks();
  expect(inks.put(a, encodeInk(inkOf(1)))).toBe(true);
  expect(inks.put(a, encodeInk(inkOf(7)))).toBe(false);
  expect(inks.get(a)).toEqual(inkOf(1));
});

test('all of it can be looked through, and handed on as it came', () => {
  const inks = new KeptInks();
  inks.put(a, encodeInk(inkOf(1)));
  inks.put(b, encodeInk(inkOf(2)));
  expect(new Map(inks)).toEqual(new Map([[a, inkOf(1)], [b, inkOf(2)]]));
  expect(inks.texts()).toEqual({ [a]: encodeInk(inkOf(1)), [b]: encodeInk(inkOf(2)) });
});

test('where a stroke lies is known without its samples', () => {
  const inks = new KeptInks();
  inks.put(a, encodeInk(inkOf(1)));
  expect(inks.boundsOf(a)).toEqual(inkBounds(inkOf(1)));
  expect(inks.boundsOf(a)).toBe(inks.boundsOf(a));
  expect(inks.boundsOf(b)).toBeUndefined();
});
