import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laidStraight, steppedEnd } from '../../../shared/ink/straightLine.ts';

const spot = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

test('a ruled line lies in one of 24 directions and never reaches farther than the hand', () => {
  fc.assert(fc.property(spot, spot, (from, to) => {
    const end = steppedEnd(from, to);
    const steps = (Math.atan2(end.y - from.y, end.x - from.x) * 12) / Math.PI;
    expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
    expect(Math.hypot(end.x - from.x, end.y - from.y)).toBeLessThanOrEqual(Math.hypot(to.x - from.x, to.y - from.y) + 1e-9);
  }));
});

test('no sample of a ruled line is lost: each keeps its pressure, its time and its share of the way', () => {
  const samples = [[0, 0, 0.2, 0], [30, 40, 0.5, 8], [30, 90, 0.9, 16]].map(([x, y, pressure, timeMs]) => ({ at: { x: x as number, y: y as number }, pressure, timeMs }));
  expect(laidStraight(samples, { x: 200, y: 0 })).toEqual([
    { at: { x: 0, y: 0 }, pressure: 0.2, timeMs: 0 }, { at: { x: 100, y: 0 }, pressure: 0.5, timeMs: 8 }, { at: { x: 200, y: 0 }, pressure: 0.9, timeMs: 16 },
  ]);
});

test('a ruled dot stays a dot', () => {
  expect(laidStraight([{ at: { x: 4, y: 5 } }], { x: 4, y: 5 })).toEqual([{ at: { x: 4, y: 5 } }]);
  expect(laidStraight([], { x: 4, y: 5 })).toEqual([]);
});
