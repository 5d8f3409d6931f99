import { expect, test } from 'vitest';
import { drawnStamp, drawnStamps } from '../../../shared/stamps/drawn.ts';
import { sketchStamp, stampLineUnits } from '../../../shared/stamps/sketchStamp.ts';
import type { Stamp } from '../../../shared/stamps/stamp.ts';
import { inOneInk, stampHex, stampPalette } from '../../../shared/stamps/stampColors.ts';
import { flattenSubpath, parseStampPath } from '../../../shared/stamps/stampPath.ts';

const get = (id: string): Stamp => {
  const stamp = drawnStamp(id);
  if (!stamp) throw new Error(`no stamp ${id}`);
  return stamp;
};

test.each([40, 250])('at %i units every area is closed, finite and in its box', (size) => {
  const around = size * 0.04 + stampLineUnits(size) * 1.5 + 2;
  for (const stamp of drawnStamps) {
    const patches = sketchStamp(stamp, size);
    expect(patches.length).toBeGreaterThan(1);
    expect(patches.filter(({ color }) => !/^#[0-9A-Fa-f]{6}$/.test(color))).toEqual([]);
    const subpaths = patches.flatMap(({ d }) => parseStampPath(d));
    expect(subpaths.filter((subpath) => !subpath.closed)).toEqual([]);
    let low = Infinity;
    let high = -Infinity;
    for (const [x, y] of subpaths.flatMap(flattenSubpath)) {
      low = Math.min(low, x, y);
      high = Math.max(high, x, y);
    }
    expect(low, stamp.id).toBeGreaterThanOrEqual(-around);
    expect(high, stamp.id).toBeLessThanOrEqual(size + around);
  }
});

test('the same stamp is the same on every surface', () => {
  expect(sketchStamp(get('panda'), 200)).toEqual(sketchStamp(get('panda'), 200));
});

test('a small stamp leaves out its inner lines', () => {
  expect(sketchStamp(get('jungle'), 40).length).toBeLessThan(sketchStamp(get('jungle'), 120).length);
});

test('a larger stamp gets a broader pen, but not as much broader as it is larger', () => {
  expect(stampLineUnits(400)).toBeGreaterThan(stampLineUnits(100));
  expect(stampLineUnits(400)).toBeLessThan(4 * stampLineUnits(100));
  expect(stampLineUnits(60)).toBeGreaterThan(0.8 * stampLineUnits(100));
});

test('a stamp in the ink of a table has that ink, its tints and paper only', () => {
  const colors = new Set(sketchStamp(get('kraam'), 120, 'groen').map((patch) => patch.color));
  expect(colors).toContain(stampPalette.paper);
  expect(colors).not.toContain(stampPalette.rood);
  expect(inOneInk(stampPalette.ink, stampPalette.groen, stampPalette.paper).toUpperCase()).toBe(stampPalette.groen);
});

test('a darker colour is more ink than a lighter one', () => {
  const redPart = (color: 'rood' | 'licht'): number =>
    Number.parseInt(inOneInk(stampHex(color), stampPalette.blauw, stampPalette.paper).slice(1, 3), 16);
  expect(redPart('rood')).toBeLessThan(redPart('licht'));
});

test('on white paper the panda is white', () => {
  const colors = new Set(sketchStamp(get('panda'), 120, undefined, '#FFFFFF').map((patch) => patch.color));
  expect(colors).toContain('#FFFFFF');
  expect(colors).not.toContain(stampPalette.paper);
});
