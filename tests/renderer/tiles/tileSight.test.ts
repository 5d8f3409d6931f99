import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tilesInView } from '../../../renderer/stage/tilePlacing.ts';
import { levelScale, tileBox, TILE_PX } from '../../../renderer/tiles/messages.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import { boardWith, PAGE } from '../../shared/scene/marks.ts';

const board = boardWith([]);
const page = board.pages[PAGE]?.size ?? { w: 0, h: 0 };

test('the pictures of the tiles of a page show all of it once, and beyond it no whole pixel', () => {
  fc.assert(fc.property(fc.double({ min: -6, max: 5, noNaN: true }), fc.record({ x: fc.nat(TILE_PX - 1), y: fc.nat(TILE_PX - 1) }), (level, shift) => {
    const scale = levelScale(level);
    const sights = tilesInView({ page: PAGE, level, shift }, { x: 0, y: 0, ...page }, page).map((address) => ({ address, ...sightOnBoard(address, board) }));
    const right = Math.max(...sights.map(({ box }) => box.x + box.w)), bottom = Math.max(...sights.map(({ box }) => box.y + box.h));
    // A pixel more where the edge of the page falls on the edge of one but for the last digit.
    expect((right - page.w) * scale).toBeGreaterThan(-1e-6);
    expect((right - page.w) * scale).toBeLessThan(1 + 1e-6);
    expect((bottom - page.h) * scale).toBeGreaterThan(-1e-6);
    expect((bottom - page.h) * scale).toBeLessThan(1 + 1e-6);
    expect(sights.reduce((area, { px }) => area + px.w * px.h, 0)).toBeCloseTo(right * scale * bottom * scale, 2);
    for (const { address, box, px } of sights) {
      expect([px.w, px.h].every((edge) => Number.isInteger(edge) && edge >= 1 && edge <= TILE_PX)).toBe(true);
      expect({ x: box.x, y: box.y }).toEqual({ x: tileBox(address).x, y: tileBox(address).y });
      expect([box.w * scale, box.h * scale]).toEqual([expect.closeTo(px.w, 6), expect.closeTo(px.h, 6)]);
    }
  }));
});

test('a tile of a page that was removed meanwhile is painted whole', () => {
  const address = { page: PAGE, level: -2, col: 1, row: 0 };
  expect(sightOnBoard(address, undefined)).toEqual({ box: tileBox(address), px: { w: TILE_PX, h: TILE_PX } });
});
