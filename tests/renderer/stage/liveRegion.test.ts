import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, type Box } from '../../../shared/geometry/box.ts';
import { grownRegion } from '../../../renderer/stage/liveRegion.ts';

const WINDOW = { w: 1280, h: 800 };
const whole: Box = { x: 0, y: 0, ...WINDOW };
const places = fc.record({ x: fc.integer({ min: -300, max: 1500 }), y: fc.integer({ min: -300, max: 1100 }), w: fc.integer({ min: 0, max: 300 }), h: fc.integer({ min: 0, max: 300 }) });

describe('the part of the window that live ink covers', () => {
  test('is small where little is drawn, and stays the same while the pen is near', () => {
    const region = grownRegion(null, { x: 600, y: 400, w: 4, h: 4 }, WINDOW);
    expect(region.w * region.h).toBeLessThan(0.12 * WINDOW.w * WINDOW.h);
    expect(grownRegion(region, { x: 640, y: 440, w: 4, h: 4 }, WINDOW)).toBe(region);
  });

  test('holds whatever is in the window of all that came, never shrinks and never leaves the window', () => {
    fc.assert(fc.property(fc.array(places, { minLength: 1, maxLength: 12 }), (boxes) => {
      let region: Box | null = null;
      for (const box of boxes) {
        const before: Box | null = region;
        region = grownRegion(region, box, WINDOW);
        expect(contains(whole, region)).toBe(true);
        if (before) expect(contains(region, before)).toBe(true);
        if (contains(whole, box)) expect(contains(region, box)).toBe(true);
        expect([region.x, region.y, region.w, region.h].every(Number.isInteger)).toBe(true);
      }
    }));
  });
});
