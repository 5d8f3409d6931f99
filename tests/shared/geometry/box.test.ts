import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, commonOf, contains, overlaps, type Box } from '../../../shared/geometry/box.ts';

const box: fc.Arbitrary<Box> = fc.record({ x: fc.integer({ min: -40, max: 40 }), y: fc.integer({ min: -40, max: 40 }), w: fc.integer({ min: 1, max: 40 }), h: fc.integer({ min: 1, max: 40 }) });

test('what a box leaves free of another is all of that, once, and nothing of the box', () => {
  fc.assert(fc.property(box, box, (hole, whole) => {
    const parts = around(hole, whole);
    for (const part of parts) expect([contains(whole, part), overlaps(part, hole)]).toEqual([true, false]);
    for (let x = whole.x; x < whole.x + whole.w; x++) for (let y = whole.y; y < whole.y + whole.h; y++) {
      const px = { x, y, w: 1, h: 1 };
      expect(parts.filter((part) => overlaps(part, px)).length).toBe(overlaps(hole, px) ? 0 : 1);
    }
  }), { numRuns: 40 });
});

test('what two boxes share lies in both, and with what the one leaves of the other makes all of it', () => {
  fc.assert(fc.property(box, box, (a, b) => {
    const common = commonOf(a, b);
    expect(common !== undefined).toBe(overlaps(a, b));
    if (!common) return;
    expect([contains(a, common), contains(b, common)]).toEqual([true, true]);
    expect(common.w * common.h + around(a, b).reduce((area, { w, h }) => area + w * h, 0)).toBe(b.w * b.h);
  }));
});
