import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSE, CUBIC, LINE, MOVE, QUAD, type Path } from '../../../shared/geometry/path.ts';
import { finePath } from '../../../shared/paint/finePath.ts';

const COUNT: Readonly<Record<string, number>> = { M: 2, l: 2, q: 4, c: 6 };
const KIND: Readonly<Record<string, number>> = { M: MOVE, l: LINE, q: QUAD, c: CUBIC };

/** Reads the relative form back, as SVG 1.1 (8.3) says it is read. */
function readBack(d: string): number[] {
  const data: number[] = [];
  let x = 0, y = 0, startX = 0, startY = 0;
  for (const [, letter = '', rest = ''] of d.matchAll(/([Mlqcz])([^Mlqcz]*)/g)) {
    if (letter === 'z') { data.push(CLOSE); x = startX; y = startY; continue; }
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const count = COUNT[letter] as number;
    expect(numbers.length % count).toBe(0);
    for (let i = 0; i < numbers.length; i += count) {
      const points = numbers.slice(i, i + count).map((n, k) => (letter === 'M' ? n : n + (k % 2 === 0 ? x : y)));
      data.push(KIND[letter] as number, ...points);
      x = points[count - 2] as number;
      y = points[count - 1] as number;
      if (letter === 'M') { startX = x; startY = y; }
    }
  }
  return data;
}

const place = fc.double({ min: -3000, max: 3000, noNaN: true });
const segment = fc.oneof(
  fc.tuple(fc.constant(MOVE), place, place), fc.tuple(fc.constant(LINE), place, place), fc.tuple(fc.constant(QUAD), place, place, place, place),
  fc.tuple(fc.constant(CUBIC), place, place, place, place, place, place), fc.constant([CLOSE]),
);
const paths = fc.tuple(place, place, fc.array(segment, { maxLength: 12 })).map(([x, y, rest]): Path => ({ data: [MOVE, x, y, ...rest.flat()] }));

describe('a path in an SVG', () => {
  test('is the same line: every place is at most half a step off, however long the path is', () => {
    fc.assert(fc.property(paths, ({ data }) => {
      const back = readBack(finePath({ data }, [2, 0, 0, 2, 10, 20]));
      expect(back).toHaveLength(data.length);
      for (let i = 0; i < data.length;) {
        const size = [2, 2, 4, 6, 0][data[i] as number] as number;
        expect(back[i]).toBe(data[i]);
        for (let k = 1; k <= size; k++) expect(Math.abs((back[i + k] as number) - (2 * (data[i + k] as number) + (k % 2 === 1 ? 10 : 20)))).toBeLessThan(0.5001);
        i += 1 + size;
      }
    }));
  });

  test('that is tiny is written finer than the grid, so that it keeps its form', () => {
    const [, , , , ...dot] = readBack(finePath({ data: [MOVE, 10, 10, LINE, 10.314, 10.271, LINE, 10.1, 10.4, CLOSE] }, [1, 0, 0, 1, 0, 0]));
    expect(dot.slice(0, 2)).toEqual([expect.closeTo(10.31), expect.closeTo(10.27)]);
  });

  test('spends no letter and no sign that it can do without', () => {
    expect(finePath({ data: [MOVE, 0, 0, LINE, 300, 5, LINE, 290, -5, QUAD, 0, 0, 7, 7, CLOSE] }, [1, 0, 0, 1, 0, 0])).toBe('M0 0l300 5-10-10q-290 5-283 12z');
  });
});
