import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inkLine } from '../../../shared/stamps/inkLine.ts';
import type { Spot } from '../../../shared/stamps/stampPath.ts';

const STROKE = 'M10 50C30 20 60 80 90 50';
const options = { scale: 2, widthUnits: 4, seed: 7 };

/** Area of a polygon by its corners. */
const area = (polygon: readonly Spot[]): number =>
  Math.abs(
    polygon.reduce((sum, [x, y], i) => {
      const [nx, ny] = polygon[(i + 1) % polygon.length] ?? [x, y];
      return sum + (x * ny - nx * y) / 2;
    }, 0),
  );

test('the same line drawn twice is the same to the last digit', () => {
  expect(inkLine(STROKE, options)).toEqual(inkLine(STROKE, options));
});

test('another seed is another hand', () => {
  expect(inkLine(STROKE, options)).not.toEqual(inkLine(STROKE, { ...options, seed: 8 }));
});

test('a drawing that is made smaller keeps its line width', () => {
  const straight = 'M0 50L100 50';
  const thickness = (scale: number): number => area(inkLine(straight, { scale, widthUnits: 4, seed: 3 })) / (100 * scale);
  expect(thickness(4)).toBeGreaterThan(3);
  expect(thickness(4)).toBeLessThan(5);
  expect(Math.abs(thickness(1) - thickness(4))).toBeLessThan(0.8);
});

/** Whether a spot lies in a polygon, by counting the edges to its right. */
const isInside = ([x, y]: Spot, polygon: readonly Spot[]): boolean =>
  polygon.filter(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length] ?? [ax, ay];
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
  }).length %
    2 ===
  1;

test('a coloured line on a broader black one of the same path stays within it, as another hand would not', () => {
  const seeds = Array.from({ length: 20 }, (_, i) => i * 31);
  const spillers = (thinSeed: (seed: number) => number): number =>
    seeds.filter((seed) => {
      const broad = inkLine(STROKE, { scale: 4, handUnits: 4, widthUnits: 10, seed });
      const thin = inkLine(STROKE, { scale: 4, handUnits: 4, widthUnits: 7, seed: thinSeed(seed) });
      return thin.some((spot) => spot[0] > 90 && spot[0] < 310 && !isInside(spot, broad));
    }).length;
  expect(spillers((seed) => seed)).toBe(0);
  expect(spillers((seed) => seed + 5)).toBeGreaterThan(2);
});

test('a line tapers at both ends', () => {
  const outline = inkLine('M0 50L100 50', { scale: 4, widthUnits: 6, seed: 3 });
  const height = (from: number, to: number): number => {
    const ys = outline.filter(([x]) => x >= from && x <= to).map(([, y]) => y);
    return Math.max(...ys) - Math.min(...ys);
  };
  expect(height(-10, 6)).toBeLessThan(height(150, 250));
  expect(height(394, 410)).toBeLessThan(height(150, 250));
});

test('a closed shape is drawn past its start', () => {
  const open = inkLine('M10 10L90 10L90 90L10 90L10 10', options);
  const closed = inkLine('M10 10L90 10L90 90L10 90Z', options);
  expect(area(closed)).not.toBeCloseTo(area(open), 1);
});

test('a dot of almost no length is still ink', () => {
  expect(area(inkLine('M50 50L50.5 50.5', options))).toBeGreaterThan(1);
});

test('no length, no ink', () => {
  expect(inkLine('M50 50L50 50', options)).toEqual([]);
});

test('whatever is drawn, the outline is finite and stays near the line', () => {
  const place = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
  const spots = fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(spots, fc.integer(), fc.constantFrom(0.4, 1, 5), fc.boolean(), (row, seed, scale, close) => {
      const d = `M${row.map(([x, y]) => `${x} ${y}`).join('L')}${close ? 'Z' : ''}`;
      const widthUnits = 3;
      for (const [x, y] of inkLine(d, { scale, widthUnits, seed })) {
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        expect(Math.min(x, y)).toBeGreaterThan(-3 * widthUnits);
        expect(Math.max(x, y)).toBeLessThan(100 * scale + 3 * widthUnits);
      }
    }),
    { numRuns: 60 },
  );
});
