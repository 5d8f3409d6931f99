import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { penAim, viewOf, viewThrough } from '../../../renderer/screens/room/roomCamera.ts';
import { shownBox } from '../../../renderer/stage/camera.ts';
import { boxAround, contains, grow, type Point } from '../../../shared/geometry/box.ts';

const picture = { w: 1920, h: 1080 };
const page = { w: 1214, h: 858 };
const whole = viewOf({ x: 0, y: 0, ...page }, picture);

/** A stretch of a line somewhere on the page. */
const tips: fc.Arbitrary<readonly Point[]> = fc
  .record({ x: fc.double({ min: 0, max: page.w, noNaN: true }), y: fc.double({ min: 0, max: page.h, noNaN: true }), w: fc.double({ min: 0, max: 200, noNaN: true }), h: fc.double({ min: 0, max: 200, noNaN: true }) })
  .map(({ x, y, w, h }) => [{ x, y }, { x: Math.min(page.w, x + w), y: Math.min(page.h, y + h) }]);

describe('the room follows the pen', () => {
  test('what is drawn is in view, the camera is nearer, and it stays on the page', () => {
    fc.assert(fc.property(tips, (tip) => {
      const next = penAim(tip, whole, picture, page);
      expect(next).not.toBeNull();
      if (!next) return;
      const seen = shownBox(next, picture);
      expect(contains(grow(seen, 0.01), boxAround(tip))).toBe(true);
      expect(next.scale).toBeGreaterThan(whole.scale);
      if (seen.w <= page.w && seen.h <= page.h) expect(contains(grow({ x: 0, y: 0, ...page }, 0.01), seen)).toBe(true);
    }));
  });

  test('and rests as long as the pen stays well inside of the picture', () => {
    fc.assert(fc.property(tips, (tip) => {
      const there = penAim(tip, whole, picture, page);
      if (there) expect(penAim(tip, there, picture, page)).toBeNull();
    }));
  });
});

test('on the way back from a result the drawing lies exactly where it was shown', () => {
  const part = { x: 640, y: 150, w: 132, h: 140 }, px = { x: 210, y: 180, w: 700, h: 742.4 };
  const { x, y, scale } = viewThrough(part, px);
  expect([(part.x - x) * scale, (part.y - y) * scale, part.w * scale]).toEqual([expect.closeTo(px.x, 6), expect.closeTo(px.y, 6), expect.closeTo(px.w, 6)]);
});
