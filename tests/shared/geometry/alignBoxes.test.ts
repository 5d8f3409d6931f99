import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignBoxes, distributeBoxes, type Alignment } from '../../../shared/geometry/alignBoxes.ts';
import { unionOf, type Box, type Point } from '../../../shared/geometry/box.ts';

const box: fc.Arbitrary<Box> = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), w: fc.integer({ min: 1, max: 200 }), h: fc.integer({ min: 1, max: 200 }) });
const boxes = fc.array(box, { minLength: 2, maxLength: 9 });
const moved = (all: readonly Box[], by: readonly Point[]): readonly Box[] => all.map((one, i) => ({ ...one, x: one.x + (by[i]?.x ?? 0), y: one.y + (by[i]?.y ?? 0) }));
const same = (values: readonly number[]): boolean => Math.max(...values) - Math.min(...values) < 1e-6;

const LINES: Readonly<Record<Alignment, (one: Box) => number>> = {
  left: ({ x }) => x, centre: ({ x, w }) => x + w / 2, right: ({ x, w }) => x + w,
  top: ({ y }) => y, middle: ({ y, h }) => y + h / 2, bottom: ({ y, h }) => y + h,
};

describe('things that are lined up', () => {
  test.each(Object.keys(LINES) as Alignment[])('lie on one line, %s, and move only across it', (to) => {
    fc.assert(fc.property(boxes, (all) => {
      const by = alignBoxes(all, to);
      expect(same(moved(all, by).map(LINES[to]))).toBe(true);
      expect(by.every(({ x, y }) => (['left', 'centre', 'right'].includes(to) ? y : x) === 0)).toBe(true);
    }));
  });

  test('stay within the box that was around them', () => {
    fc.assert(fc.property(boxes, fc.constantFrom(...(Object.keys(LINES) as Alignment[])), (all, to) => {
      const around = unionOf(all) as Box, after = unionOf(moved(all, alignBoxes(all, to))) as Box;
      expect(after.x).toBeGreaterThanOrEqual(around.x - 1e-6);
      expect(after.x + after.w).toBeLessThanOrEqual(around.x + around.w + 1e-6);
      expect(after.y).toBeGreaterThanOrEqual(around.y - 1e-6);
      expect(after.y + after.h).toBeLessThanOrEqual(around.y + around.h + 1e-6);
    }));
  });
});

describe('things with room shared out between them', () => {
  test('have equal gaps, and the outermost stay', () => {
    const row = [{ x: 0, y: 0, w: 100, h: 10 }, { x: 110, y: 50, w: 20, h: 10 }, { x: 300, y: 9, w: 60, h: 10 }];
    expect(moved(row, distributeBoxes(row, 'horizontal')).map(({ x, y }) => [x, y])).toEqual([[0, 0], [190, 50], [300, 9]]);
    const column = row.map(({ x, y, w, h }) => ({ x: y, y: x, w: h, h: w }));
    expect(moved(column, distributeBoxes(column, 'vertical')).map(({ y }) => y)).toEqual([0, 190, 300]);
  });

  test('keep their order by the middle, whatever their number and size', () => {
    fc.assert(fc.property(fc.array(box, { minLength: 3, maxLength: 8 }), (all) => {
      const order = all.map((_, i) => i).sort((a, b) => (all[a] as Box).x + (all[a] as Box).w / 2 - (all[b] as Box).x - (all[b] as Box).w / 2 || a - b);
      const after = moved(all, distributeBoxes(all, 'horizontal'));
      const gaps = order.slice(1).map((i, n) => { const before = after[order[n] as number] as Box; return (after[i] as Box).x - before.x - before.w; });
      expect(same(gaps)).toBe(true);
    }));
  });

  test('are three or more: two stay where they are', () => {
    expect(distributeBoxes([{ x: 0, y: 0, w: 1, h: 1 }, { x: 50, y: 0, w: 1, h: 1 }], 'horizontal')).toEqual([{ x: 0, y: 0 }, { x: 0, y: 0 }]);
  });
});
