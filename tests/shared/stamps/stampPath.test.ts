import { expect, test } from 'vitest';
import { placedPath } from '../../../shared/stamps/shapes.ts';
import { evenly, flattenSubpath, lengthOf, parseStampPath, smoothPath, splitStampPath } from '../../../shared/stamps/stampPath.ts';

test('a path of two pen-downs is two subpaths', () => {
  expect(parseStampPath('M0 0L10 0L10 10ZM20 20Q30 30 40 20C1 2 3 4 5 6')).toEqual([
    { start: [0, 0], closed: true, segments: [{ kind: 'line', to: [10, 0] }, { kind: 'line', to: [10, 10] }] },
    {
      start: [20, 20],
      closed: false,
      segments: [
        { kind: 'quadratic', c: [30, 30], to: [40, 20] },
        { kind: 'cubic', c1: [1, 2], c2: [3, 4], to: [5, 6] },
      ],
    },
  ]);
  expect(splitStampPath('M0 0L1 1ZM2 2L3 3')).toEqual(['M0 0L1 1Z', 'M2 2L3 3']);
});

test('numbers may repeat after their letter, touch at a minus sign and start with a point', () => {
  expect(parseStampPath('M1-2 3 4L.5-.5')[0]).toEqual({
    start: [1, -2],
    closed: false,
    segments: [{ kind: 'line', to: [3, 4] }, { kind: 'line', to: [0.5, -0.5] }],
  });
});

test.each(['M0 0l5 5', 'M0 0A1 1 0 0 0 5 5', 'M0 0L5', 'L5 5', 'M0 0H5'])('%s is refused', (d) => {
  expect(() => parseStampPath(d)).toThrow();
});

test('a closed path ends where it began', () => {
  const [subpath] = parseStampPath('M0 0L30 0L30 40Z');
  expect(subpath && lengthOf(flattenSubpath(subpath))).toBe(120);
});

test('spots along a line lie at equal distances, ends included', () => {
  const spots = evenly([[0, 0], [30, 0], [30, 30]], 4);
  expect(spots).toEqual([[0, 0], [15, 0], [30, 0], [30, 15], [30, 30]]);
});

test('a part is scaled and turned about its origin and then moved', () => {
  expect(placedPath('M0 0L10 0', { x: 50, y: 50, scale: 2, turn: 90 })).toBe('M50 50L50 70');
});

test('two corners are not an area', () => {
  expect(smoothPath([[0, 0], [1, 1]])).toBe('');
  expect(smoothPath([[0, 0], [4, 0], [4, 4]])).toMatch(/^M2 2Q.*Z$/);
});
