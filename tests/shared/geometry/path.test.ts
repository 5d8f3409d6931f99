import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, grow } from '../../../shared/geometry/box.ts';
import { rotation } from '../../../shared/geometry/matrix.ts';
import { CLOSE, CUBIC, LINE, MOVE, pathBounds, pathFromSvg, pathToSvg, polygon, QUAD, smoothPolygon, transformPath, walkPath, type Path } from '../../../shared/geometry/path.ts';

const hundredth = fc.integer({ min: -50_000, max: 50_000 }).map((n) => n / 100);
const segment = fc.oneof(
  fc.tuple(hundredth, hundredth).map((n) => [LINE, ...n]),
  fc.tuple(hundredth, hundredth, hundredth, hundredth).map((n) => [QUAD, ...n]),
  fc.tuple(hundredth, hundredth, hundredth, hundredth, hundredth, hundredth).map((n) => [CUBIC, ...n]),
  fc.constant([CLOSE]),
);
const path: fc.Arbitrary<Path> = fc.tuple(hundredth, hundredth, fc.array(segment, { maxLength: 12 })).map(([x, y, rest]) => ({ data: [MOVE, x, y, ...rest.flat()] }));

/** Every place that a walker is told of. */
function places(walked: Path): readonly (readonly [number, number])[] {
  const all: [number, number][] = [];
  walkPath(walked, {
    moveTo: (x, y) => { all.push([x, y]); },
    lineTo: (x, y) => { all.push([x, y]); },
    quadraticCurveTo: (cx, cy, x, y) => { all.push([cx, cy], [x, y]); },
    bezierCurveTo: (ax, ay, bx, by, x, y) => { all.push([ax, ay], [bx, by], [x, y]); },
    closePath: () => undefined,
  });
  return all;
}

test('a path that was written as SVG and read is the same path', () => {
  fc.assert(fc.property(path, (drawn) => {
    expect(pathFromSvg(pathToSvg(drawn)).data).toEqual(drawn.data);
  }));
});

test('an SVG path may leave out repeated letters and set very small numbers with an exponent', () => {
  expect(pathFromSvg('M0 0 10 10L20,20-5.5.5Z').data).toEqual([MOVE, 0, 0, LINE, 10, 10, LINE, 20, 20, LINE, -5.5, 0.5, CLOSE]);
  expect(pathFromSvg('M1e-7 2').data).toEqual([MOVE, 1e-7, 2]);
});

test('an SVG path with other commands or too few numbers is refused', () => {
  for (const d of ['m0 0', 'M0 0A5 5 0 0 1 9 9', 'M0', 'M0 0L1', 'M0 0h5', 'M0 0Q1 2 3']) expect(() => pathFromSvg(d)).toThrow();
});

test('numbers that are no path are refused', () => {
  expect(() => places({ data: [9, 1, 2] })).toThrow();
});

test('the box of a path holds every place on it', () => {
  fc.assert(fc.property(path, (drawn) => {
    const box = grow(pathBounds(drawn), 1e-9);
    for (const [x, y] of places(drawn)) expect(contains(box, { x, y, w: 0, h: 0 })).toBe(true);
  }));
  expect(pathBounds({ data: [] })).toEqual({ x: 0, y: 0, w: 0, h: 0 });
});

test('a turned path keeps its kinds and turns every place', () => {
  const turned = transformPath(rotation(Math.PI / 2), { data: [MOVE, 1, 0, QUAD, 0, 1, 2, 2, CLOSE] });
  expect([...turned.data].map((n) => Math.round(n * 1000) / 1000 + 0)).toEqual([MOVE, 0, 1, QUAD, -1, 0, -2, 2, CLOSE]);
});

test('a polygon goes through its points and closes', () => {
  expect(polygon([{ x: 0, y: 0 }, { x: 5, y: 0 }, { x: 5, y: 5 }]).data).toEqual([MOVE, 0, 0, LINE, 5, 0, LINE, 5, 5, CLOSE]);
  expect(polygon([]).data).toEqual([]);
});

test('a smooth polygon begins where it ends', () => {
  const { data } = smoothPolygon([[0, 0], [10, 0], [10, 10], [0, 10]]);
  expect([data[1], data[2]]).toEqual([data[data.length - 3], data[data.length - 2]]);
  expect(data[data.length - 1]).toBe(CLOSE);
  expect(smoothPolygon([[0, 0], [1, 1]]).data.length).toBe(0);
});
