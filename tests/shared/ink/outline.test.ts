import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE, MOVE, QUAD, smoothPolygon, type Path } from '../../../shared/geometry/path.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { inkOutline, nibOutline, nibReach, rawOutline, type Nib, type NibPoint } from '../../../shared/ink/outline.ts';

type Spot = readonly [number, number];

const PEN: Nib = { widthUnits: 3.6, thinning: 0.62, smoothing: 0.4, blunt: false };
const EVEN: Nib = { ...PEN, thinning: 0 };

/** Spots along a path, close enough together to measure with. */
function spotsOn({ data }: Path, steps = 8): Spot[] {
  const at = (k: number): number => data[k] as number;
  const spots: Spot[] = [];
  let x = 0, y = 0;
  for (let i = 0; i < data.length;) {
    switch (data[i]) {
      case MOVE: case LINE: {
        const [px, py] = [x, y];
        [x, y] = [at(i + 1), at(i + 2)];
        for (let k = data[i] === LINE ? 1 : steps; k <= steps; k++) spots.push([px + ((x - px) * k) / steps, py + ((y - py) * k) / steps]);
        i += 3;
        break;
      }
      case QUAD: {
        const [px, py] = [x, y];
        for (let k = 1; k <= steps; k++) {
          const t = k / steps, u = 1 - t;
          spots.push([u * u * px + 2 * u * t * at(i + 1) + t * t * at(i + 3), u * u * py + 2 * u * t * at(i + 2) + t * t * at(i + 4)]);
        }
        [x, y] = [at(i + 3), at(i + 4)];
        i += 5;
        break;
      }
      default: i += 1;
    }
  }
  return spots;
}

/** Distance from a spot to the ring through spots. */
function distanceTo([px, py]: Spot, ring: readonly Spot[]): number {
  let nearest = Infinity;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Spot;
    const dx = bx - ax, dy = by - ay;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
    nearest = Math.min(nearest, Math.hypot(px - ax - t * dx, py - ay - t * dy));
  });
  return nearest;
}

/** How thick a line along y = 0 is between two x. */
function thickness(path: Path, from: number, to: number): number {
  const ys = spotsOn(path, 60).filter(([x]) => x > from && x < to).map(([, y]) => y);
  return Math.max(...ys) - Math.min(...ys);
}

const level = (pressure: number, step = 4): NibPoint[] => Array.from({ length: 60 }, (_, i) => [i * step, 0, pressure]);

const strokes = fc.array(fc.tuple(fc.double({ min: -14, max: 14, noNaN: true }), fc.double({ min: -14, max: 14, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 60 })
  .map((steps) => {
    let x = 200, y = 200;
    return steps.map(([dx, dy, pressure]): NibPoint => [(x += dx), (y += dy), pressure]);
  });
const nibs = fc.record({ widthUnits: fc.constantFrom(1.8, 2.6, 3.6, 6, 21.6), thinning: fc.constantFrom(0, 0.62, 1), smoothing: fc.constantFrom(0, 0.4, 1), blunt: fc.boolean() });

describe('a line', () => {
  test('is as wide as its nib at middle pressure', () => {
    expect(thickness(nibOutline(level(0.5), PEN, true), 60, 160)).toBeCloseTo(3.6, 1);
    expect(thickness(nibOutline(level(0.5), { ...PEN, widthUnits: 6 }, true), 60, 160)).toBeCloseTo(6, 1);
  });

  test('grows wider with pressure and narrower without', () => {
    expect(thickness(nibOutline(level(1), PEN, true), 60, 160)).toBeCloseTo(3.6 * 1.62, 1);
    expect(thickness(nibOutline(level(0.1), PEN, true), 60, 160)).toBeCloseTo(3.6 * (1 - 0.8 * 0.62), 1);
  });

  test('has an even width whatever the pressure when pressure is off', () => {
    const pressed = level(0.5).map(([x, y], i): NibPoint => [x, y, (i % 10) / 9]);
    for (let from = 40; from < 180; from += 20) expect(thickness(nibOutline(pressed, EVEN, true), from, from + 20)).toBeCloseTo(3.6, 1);
  });

  test('reaches from its first sample to its last', () => {
    const xs = spotsOn(nibOutline(level(0.5), EVEN, true)).map(([x]) => x);
    expect(Math.min(...xs)).toBeLessThan(0);
    expect(Math.max(...xs)).toBeGreaterThan(59 * 4);
  });

  test('is finite, closed and never farther from its samples than the nib reaches', () => {
    fc.assert(fc.property(strokes, nibs, fc.boolean(), (points, nib, finished) => {
      const { data } = nibOutline(points, nib, finished);
      expect(data.length).toBeGreaterThan(0);
      expect([...data].every(Number.isFinite)).toBe(true);
      expect(data[0]).toBe(MOVE);
      expect(data[data.length - 1]).toBe(4);
      const reach = nibReach(nib);
      const line = points.map(([x, y]): Spot => [x, y]);
      const there = [...line, ...[...line].reverse()];
      for (const spot of spotsOn({ data }, 3)) {
        const hull = Math.min(distanceTo(spot, there), ...(nib.smoothing > 0 ? [boxDistance(spot, line)] : []));
        expect(hull).toBeLessThanOrEqual(nib.smoothing > 0 ? reach + 1e-3 : reach + 15);
      }
    }), { numRuns: 60 });
  });

  test('keeps its sharp turns open: ink does not fill the inside of a corner', () => {
    const corner: NibPoint[] = [...Array.from({ length: 26 }, (_, i): NibPoint => [i * 8, 0, 0.5]), ...Array.from({ length: 25 }, (_, i): NibPoint => [200, (i + 1) * 8, 0.5])];
    const ring = spotsOn(nibOutline(corner, { ...EVEN, smoothing: 0 }, true));
    const inside = ring.filter(([x, y]) => x < 197 && y > 3 && x > 100 && y < 100);
    for (const [x, y] of inside) expect(Math.min(y, 200 - x)).toBeLessThan(3.6);
  });

  test('lies where it would lie with all its points, within what an eye can see', () => {
    fc.assert(fc.property(strokes, nibs, (points, nib) => {
      fc.pre(points.some(([x, y]) => Math.hypot(x - (points[0] as NibPoint)[0], y - (points[0] as NibPoint)[1]) >= nib.widthUnits * 0.08));
      const whole = spotsOn(smoothPolygon(rawOutline(points, nib, true)), 24);
      const reduced = spotsOn(nibOutline(points, nib, true), 24);
      // The tolerance of 0.05, and as much again for measuring along chords and between the places that are compared.
      for (const spot of reduced) expect(distanceTo(spot, whole)).toBeLessThan(0.1);
      for (const spot of whole) expect(distanceTo(spot, reduced)).toBeLessThan(0.1);
    }), { numRuns: 25 });
  });

  test('costs far fewer points than its samples gave', () => {
    const wave = Array.from({ length: 400 }, (_, i): NibPoint => [i * 1.5, 40 * Math.sin(i / 40), 0.5]);
    expect(nibOutline(wave, PEN, true).data.length).toBeLessThan(smoothPolygon(rawOutline(wave, PEN, true)).data.length * 0.25);
  });

  test('that is drawn three times as large with a nib three times as wide has the same form', () => {
    const wave = Array.from({ length: 40 }, (_, i): NibPoint => [i * 2, 6 * Math.sin(i / 4), 0.2 + 0.6 * (i / 40)]);
    const small = rawOutline(wave, { ...PEN, widthUnits: 2 }, true);
    const large = rawOutline(wave.map(([x, y, p]): NibPoint => [x * 3, y * 3, p]), { ...PEN, widthUnits: 6 }, true);
    expect(large.length).toBe(small.length);
    large.forEach(([x, y], i) => {
      expect(x).toBeCloseTo((small[i] as Spot)[0] * 3, 6);
      expect(y).toBeCloseTo((small[i] as Spot)[1] * 3, 6);
    });
  });
});

/** Distance from a spot to the box around spots. */
function boxDistance([x, y]: Spot, spots: readonly Spot[]): number {
  const xs = spots.map(([sx]) => sx), ys = spots.map(([, sy]) => sy);
  const dx = Math.max(Math.min(...xs) - x, 0, x - Math.max(...xs)), dy = Math.max(Math.min(...ys) - y, 0, y - Math.max(...ys));
  return Math.hypot(dx, dy);
}

describe('a tap', () => {
  const width = (path: Path): number => {
    const xs = spotsOn(path).map(([x]) => x);
    return Math.max(...xs) - Math.min(...xs);
  };

  test('leaves a round dot about as wide as the nib', () => {
    const path = nibOutline([[50, 80, 0.5]], PEN, true);
    const from = spotsOn(path).map(([x, y]) => Math.hypot(x - 50, y - 80));
    expect(Math.max(...from) - Math.min(...from)).toBeLessThan(0.1);
    expect(width(path)).toBeGreaterThan(3.6);
    expect(width(path)).toBeLessThan(3.6 * 1.3);
  });

  test('of a trembling hand is still a dot', () => {
    const trembling: NibPoint[] = [[50, 80, 0.1], [50.1, 80, 0.6], [50, 80.2, 0.3]];
    const from = spotsOn(nibOutline(trembling, PEN, true)).map(([x, y]) => Math.hypot(x - 50, y - 80));
    expect(Math.max(...from) - Math.min(...from)).toBeLessThan(0.1);
  });

  test('is as strong as its strongest touch, for a pen lands softly', () => {
    expect(width(nibOutline([[50, 80, 0.05], [50, 80, 0.9], [50, 80, 0]], PEN, true))).toBeCloseTo(width(nibOutline([[50, 80, 0.9]], PEN, true)), 5);
  });
});

test('no samples leave no ink', () => {
  expect(nibOutline([], PEN, true).data.length).toBe(0);
});

test('the outline of a finished stroke is worked out once per ink and nib', () => {
  const ink = packInk([{ x: 0, y: 0, pressure: 0.5, timeMs: 0 }, { x: 30, y: 10, pressure: 0.5, timeMs: 8 }]);
  expect(inkOutline(ink, PEN)).toBe(inkOutline(ink, { ...PEN }));
  expect(inkOutline(ink, PEN)).not.toBe(inkOutline(ink, { ...PEN, widthUnits: 6 }));
});
