import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box, Point } from '../../../shared/geometry/box.ts';
import { boxAround, contains, grow, overlaps, unionOf } from '../../../shared/geometry/box.ts';
import { compose, decompose, IDENTITY, inverseOf, meanScale, rotation, scaling, tidy, transformBox, transformPoint, translation, type Matrix } from '../../../shared/geometry/matrix.ts';

const unit = fc.double({ min: -500, max: 500, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({ x: unit, y: unit });
const factor = fc.double({ min: 0.1, max: 8, noNaN: true });
const step: fc.Arbitrary<Matrix> = fc.oneof(
  fc.tuple(unit, unit).map(([x, y]) => translation(x, y)),
  fc.tuple(factor, factor, point).map(([sx, sy, about]) => scaling(sx, sy, about)),
  fc.tuple(fc.double({ min: -7, max: 7, noNaN: true }), point).map(([angle, about]) => rotation(angle, about)),
);
const matrix = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.reduce((all, one) => compose(one, all), IDENTITY));

const near = (a: Point, b: Point, within = 1e-4): void => {
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(within * (1 + Math.hypot(b.x, b.y)));
};

test('one transform after another is the two in one', () => {
  fc.assert(fc.property(matrix, matrix, point, (outer, inner, at) => {
    near(transformPoint(compose(outer, inner), at), transformPoint(outer, transformPoint(inner, at)));
  }));
});

test('what was moved, turned and stretched can be taken back', () => {
  fc.assert(fc.property(matrix, point, (there, at) => near(transformPoint(inverseOf(there), transformPoint(there, at)), at)));
});

test('a transform that flattens the sheet cannot be taken back', () => {
  expect(() => inverseOf([1, 2, 2, 4, 0, 0])).toThrow();
});

test('a transform comes apart into its stretch and its turn', () => {
  fc.assert(fc.property(factor, factor, fc.double({ min: -3.1, max: 3.1, noNaN: true }), (sx, sy, angle) => {
    const parts = decompose(compose(rotation(angle), scaling(sx, sy)));
    expect(parts.sx).toBeCloseTo(sx, 6);
    expect(parts.sy).toBeCloseTo(sy, 6);
    expect(parts.radians).toBeCloseTo(angle, 6);
  }));
});

test('a mirrored mark is told from a turned one', () => {
  expect(decompose(scaling(1, -1)).sy).toBe(-1);
  expect(decompose(scaling(-2, 1)).sy).toBe(-1);
});

test('turning and stretching about a place leaves that place where it is', () => {
  fc.assert(fc.property(point, factor, factor, fc.double({ min: -7, max: 7, noNaN: true }), (about, sx, sy, angle) => {
    near(transformPoint(scaling(sx, sy, about), about), about);
    near(transformPoint(rotation(angle, about), about), about);
  }));
});

test('lengths grow by the square root of what areas grow by', () => {
  expect(meanScale(scaling(4, 9))).toBeCloseTo(6);
  expect(meanScale(rotation(1))).toBeCloseTo(1);
});

test('the box of a turned box holds all its corners', () => {
  fc.assert(fc.property(matrix, point, fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true }), (there, at, w, h) => {
    const box = grow(transformBox(there, { ...at, w, h }), 1e-6);
    for (const corner of [at, { x: at.x + w, y: at.y }, { x: at.x, y: at.y + h }, { x: at.x + w, y: at.y + h }]) {
      const { x, y } = transformPoint(there, corner);
      expect(contains(grow(box, 1e-6 * (1 + Math.abs(x) + Math.abs(y))), { x, y, w: 0, h: 0 })).toBe(true);
    }
  }));
});

test('a tidy transform has no minus nought and no digits that machines differ in', () => {
  expect(tidy([1 + 1e-9, -1e-9, 0.1 + 0.2, 1, 0, -0])).toEqual([1, 0, 0.3, 1, 0, 0]);
});

const box: fc.Arbitrary<Box> = fc.record({ x: unit, y: unit, w: fc.double({ min: 0, max: 200, noNaN: true }), h: fc.double({ min: 0, max: 200, noNaN: true }) });

test('a box around boxes holds each of them', () => {
  fc.assert(fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
    const around = unionOf(boxes);
    for (const one of boxes) expect(around && contains(grow(around, 1e-6), one)).toBe(true);
  }));
  expect(unionOf([])).toBeUndefined();
});

test('boxes that only touch do not overlap', () => {
  expect(overlaps({ x: 0, y: 0, w: 10, h: 10 }, { x: 10, y: 0, w: 10, h: 10 })).toBe(false);
  expect(overlaps({ x: 0, y: 0, w: 10, h: 10 }, { x: 9, y: 9, w: 10, h: 10 })).toBe(true);
});

test('the box around no points has no size', () => {
  expect(boxAround([])).toEqual({ x: 0, y: 0, w: 0, h: 0 });
});

test('the box around a transformed box is the one around its four corners', () => {
  fc.assert(fc.property(matrix, point, factor, factor, (there, at, w, h) => {
    const corners = [at, { x: at.x + w, y: at.y }, { x: at.x, y: at.y + h }, { x: at.x + w, y: at.y + h }].map((corner) => transformPoint(there, corner));
    const box = transformBox(there, { ...at, w, h }), around = boxAround(corners);
    for (const side of ['x', 'y', 'w', 'h'] as const) expect(box[side] - around[side]).toBeCloseTo(0, 9);
  }));
});
