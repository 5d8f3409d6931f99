import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageId } from '../../../shared/base/ids.ts';
import { levelScale, tileBox, tileKey, TILE_PX } from '../../../renderer/tiles/messages.ts';

const page = 'p1' as PageId;
const address = fc.record({ page: fc.constant(page), level: fc.integer({ min: -9, max: 13 }), col: fc.nat(2000), row: fc.nat(2000) });

test('a tile holds as many device pixels as its part of the page needs at its level', () => {
  fc.assert(fc.property(address, (tile) => {
    const { w, h } = tileBox(tile);
    expect(w * levelScale(tile.level)).toBeCloseTo(TILE_PX);
    expect(h).toBe(w);
  }));
});

test('neighbouring tiles share an edge and nothing else', () => {
  fc.assert(fc.property(address, (tile) => {
    const box = tileBox(tile);
    expect(tileBox({ ...tile, col: tile.col + 1 }).x).toBeCloseTo(box.x + box.w);
    expect(tileBox({ ...tile, row: tile.row + 1 }).y).toBeCloseTo(box.y + box.h);
  }));
});

test('two levels up the scale is twice as large', () => {
  expect(levelScale(0)).toBe(1);
  expect(levelScale(2)).toBeCloseTo(2);
  expect(levelScale(-2)).toBeCloseTo(0.5);
});

test('no two tiles have the same name', () => {
  fc.assert(fc.property(address, address, (a, b) => {
    expect(tileKey(a) === tileKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
  }));
});
