import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../shared/geometry/box.ts';
import { snapped, snapStops } from '../../../shared/geometry/snapGuides.ts';

const PAGE: Box = { x: 0, y: 0, w: 1200, h: 850 };
const box = (x: number, y: number, w = 100, h = 60): Box => ({ x, y, w, h });

describe('what is moved', () => {
  test('is drawn to the edge of a neighbour, and a line along both says so', () => {
    const snap = snapped(box(203, 500), snapStops([box(200, 100)], PAGE), 6);
    expect(snap).toMatchObject({ dx: -3, dy: 0 });
    expect(snap.lines).toContainEqual({ from: { x: 200, y: 100 }, to: { x: 200, y: 560 } });
  });
  test('is drawn to the middle of the page', () => {
    expect(snapped(box(547, 392), snapStops([], PAGE), 6)).toMatchObject({ dx: 3, dy: 3 });
  });
  test('is drawn to the nearest of several', () => {
    expect(snapped(box(304, 300), snapStops([box(300, 0), box(305.5, 0)], PAGE), 6).dx).toBe(1.5);
  });
  test('sets its right edge against a left edge too', () => {
    expect(snapped(box(198, 300), snapStops([box(300, 0, 50)], PAGE), 6).dx).toBe(2);
  });
  test('goes its own way where nothing is near', () => {
    expect(snapped(box(33, 700), snapStops([box(600, 100)], PAGE), 6)).toEqual({ dx: 0, dy: 0, lines: [] });
  });
});

test('a correction is never larger than the reach, and afterwards an edge or middle lies exactly on a stop', () => {
  const boxes = fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 850 }), w: fc.integer({ min: 1, max: 400 }), h: fc.integer({ min: 1, max: 400 }) });
  fc.assert(fc.property(fc.array(boxes, { maxLength: 30 }), boxes, (others, moving) => {
    const stops = snapStops(others, PAGE);
    const { dx, dy, lines } = snapped(moving, stops, 8);
    expect(Math.abs(dx)).toBeLessThanOrEqual(8);
    expect(Math.abs(dy)).toBeLessThanOrEqual(8);
    const places = [moving.x + dx, moving.x + dx + moving.w / 2, moving.x + dx + moving.w];
    if (dx !== 0) expect(Math.min(...stops.x.flatMap(({ at }) => places.map((place) => Math.abs(place - at))))).toBeLessThan(1e-9);
    if (dx !== 0 || dy !== 0) expect(lines.length).toBeGreaterThan(0);
  }));
});
