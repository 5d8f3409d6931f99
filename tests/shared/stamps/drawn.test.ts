import { describe, expect, test } from 'vitest';
import { drawnStamp, drawnStamps } from '../../../shared/stamps/drawn.ts';
import { flattenSubpath, parseStampPath } from '../../../shared/stamps/stampPath.ts';

const OBLIGATORY = [
  'panda', 'kraam', 'jungle', 'mierennest', 'rat', 'huis', 'boom', 'bank', 'brug', 'hart', 'handen', 'mensen', 'tekstballon',
  'sleutel', 'deur', 'zon', 'kompas', 'pad', 'megafoon', 'telefoon', 'tafel', 'gloeilamp',
];

test('a session in any neighbourhood finds its usual pictures drawn', () => {
  expect(OBLIGATORY.filter((id) => !drawnStamp(id))).toEqual([]);
});

test('no two stamps share an id or a Dutch name', () => {
  expect(new Set(drawnStamps.map((stamp) => stamp.id)).size).toBe(drawnStamps.length);
  expect(new Set(drawnStamps.map((stamp) => stamp.nl)).size).toBe(drawnStamps.length);
});

describe.each(drawnStamps.map((stamp) => [stamp.id, stamp] as const))('the stamp %s', (_, stamp) => {
  test('has a name, a description and search words in Dutch and English', () => {
    for (const text of [stamp.nl, stamp.en, stamp.altNl, stamp.altEn]) expect(text.trim()).not.toBe('');
    expect(stamp.altNl).not.toBe(stamp.altEn);
    expect(stamp.tags.length).toBeGreaterThanOrEqual(4);
    expect(new Set(stamp.tags).size).toBe(stamp.tags.length);
  });

  test('is drawn within its box', () => {
    expect(stamp.ops.length).toBeGreaterThan(1);
    for (const op of stamp.ops) {
      const subpaths = parseStampPath(op.d);
      expect(subpaths.length).toBeGreaterThan(0);
      expect(subpaths.filter((subpath) => subpath.segments.length === 0)).toEqual([]);
      const coordinates = subpaths.flatMap(flattenSubpath).flat();
      expect(Math.min(...coordinates), op.d).toBeGreaterThanOrEqual(-4);
      expect(Math.max(...coordinates), op.d).toBeLessThanOrEqual(104);
    }
  });

  test('keeps lines when it is small', () => {
    expect(stamp.ops.some((op) => op.kind === 'line' && op.inner !== true)).toBe(true);
  });
});
