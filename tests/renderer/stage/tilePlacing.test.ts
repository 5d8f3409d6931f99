import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PageId } from '../../../shared/base/ids.ts';
import { around, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { shownBox, type CameraView } from '../../../renderer/stage/camera.ts';
import { covered, levelFor, shiftFor, snapped, tilesInView, tilesToDraw, wholeGrid } from '../../../renderer/stage/tilePlacing.ts';
import { levelScale, tileBox, tilePx, TILE_PX, type TileAddress, type TileGrid } from '../../../renderer/tiles/messages.ts';

const page = asId<PageId>('p1');
const sheet = { w: 1200, h: 849 };
const windowPx = { w: 1280, h: 800 };

const cameras = fc.record({ x: fc.double({ min: -600, max: 1200, noNaN: true }), y: fc.double({ min: -400, max: 849, noNaN: true }), scale: fc.double({ min: 0.05, max: 24, noNaN: true }) });
const ratios = fc.constantFrom(1, 1.25, 1.5, 2);

/** A grid as it is laid for a view. */
const gridAt = (camera: CameraView, ratio: number): TileGrid => {
  const level = levelFor(camera, ratio);
  return { page, level, shift: shiftFor(level, shownBox(camera, windowPx), sheet) };
};
const shifts = fc.record({ x: fc.nat(TILE_PX - 1), y: fc.nat(TILE_PX - 1) });
const neighbour = (tile: TileAddress, cols: number, rows: number): TileAddress => ({ ...tile, col: tile.col + cols, row: tile.row + rows });
const inDevicePx = (px: number, ratio: number): number => Math.round(px * ratio * 1e6) / 1e6;

describe('where tiles lie in the window', () => {
  it('neighbours meet on a whole device pixel, wherever the camera looks', () => {
    fc.assert(fc.property(cameras, ratios, fc.nat(6), fc.nat(6), fc.integer({ min: -4, max: 8 }), shifts, (camera, ratio, col, row, level, shift) => {
      const tile: TileAddress = { page, level, shift, col, row };
      const place = snapped(tileBox(tile), camera, ratio);
      const right = snapped(tileBox(neighbour(tile, 1, 0)), camera, ratio);
      const below = snapped(tileBox(neighbour(tile, 0, 1)), camera, ratio);
      expect(inDevicePx(place.x + place.w, ratio)).toBe(inDevicePx(right.x, ratio));
      expect(inDevicePx(place.y + place.h, ratio)).toBe(inDevicePx(below.y, ratio));
      for (const edge of [place.x, place.y, place.w, place.h]) expect(inDevicePx(edge, ratio) % 1).toBeCloseTo(0, 5);
    }));
  });

  it('a pan changes no size, so that a picture made for it stays right', () => {
    fc.assert(fc.property(cameras, ratios, fc.double({ min: -500, max: 500, noNaN: true }), (camera, ratio, dx) => {
      const box = tileBox({ page, level: levelFor(camera, ratio), col: 1, row: 1 });
      const before = snapped(box, camera, ratio), after = snapped(box, { ...camera, x: camera.x + dx }, ratio);
      expect([after.w, after.h]).toEqual([before.w, before.h]);
    }));
  });

  it('nothing lies more than one device pixel beside its exact place', () => {
    fc.assert(fc.property(cameras, ratios, (camera, ratio) => {
      const box = tileBox({ page, level: levelFor(camera, ratio), col: 0, row: 1 });
      const place = snapped(box, camera, ratio);
      expect(Math.abs(place.x - (box.x - camera.x) * camera.scale) * ratio).toBeLessThanOrEqual(1);
      expect(Math.abs(place.y + place.h - (box.y + box.h - camera.y) * camera.scale) * ratio).toBeLessThanOrEqual(1 + 1e-6);
    }));
  });
});

const boxOf = ({ address }: { readonly address: TileAddress }): Box => tileBox(address);

describe('where no paper has to be painted below tiles', () => {
  it('is all of the sheet in view when all of its tiles are there', () => {
    fc.assert(fc.property(cameras, ratios, (camera, ratio) => {
      const drawn = tilesInView(gridAt(camera, ratio), shownBox(camera, windowPx), sheet).map((address) => ({ address }));
      fc.pre(drawn.length > 0 && drawn.length < 200);
      const cover = covered(drawn, boxOf, camera, ratio), paper = snapped({ x: 0, y: 0, ...sheet }, camera, ratio);
      expect(cover).not.toBeNull();
      const bare = around(cover as Box, paper).filter((part) => overlaps(part, { x: 0.01, y: 0.01, w: windowPx.w - 0.02, h: windowPx.h - 0.02 }));
      expect(bare).toEqual([]);
    }));
  });

  it('is nowhere that a tile is missing', () => {
    fc.assert(fc.property(cameras, ratios, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1 }), (camera, ratio, places) => {
      const drawn = places.map((at) => ({ address: { page, level: 1, col: 2 + (at % 3), row: Math.floor(at / 3) } }));
      const cover = covered(drawn, boxOf, camera, ratio);
      const area = ({ w, h }: Box): number => w * h;
      const tiles = drawn.reduce((sum, { address }) => sum + area(snapped(tileBox(address), camera, ratio)), 0);
      if (cover) expect(area(cover)).toBeCloseTo(tiles, 3);
      else expect(places.length).toBeGreaterThan(1);
    }));
  });

  it('is only where the lowest tiles lie: those of other levels are drawn above them', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    const low: TileAddress = { page, level: -2, col: 0, row: 0 }, high: TileAddress = { page, level: 0, col: 1, row: 1 };
    expect(covered([{ address: low }, { address: high }], boxOf, camera, 1)).toEqual({ x: 0, y: 0, w: 1024, h: 1024 });
    expect(covered([], boxOf, camera, 1)).toBeNull();
  });
});

describe('which tiles are asked for', () => {
  it('they are exactly as fine as the screen, and lie on it pixel by pixel', () => {
    fc.assert(fc.property(cameras, ratios, fc.nat(40), fc.nat(40), (camera, ratio, col, row) => {
      const level = levelFor(camera, ratio);
      expect(levelScale(level) / (camera.scale * ratio)).toBeCloseTo(1, 9);
      const { w, h } = snapped(tileBox({ page, level, col, row }), camera, ratio);
      expect([w * ratio, h * ratio].map((px) => Math.round(px * 1e6) / 1e6)).toEqual([TILE_PX, TILE_PX]);
    }));
  });

  it('together they cover all of the page that is in view', () => {
    fc.assert(fc.property(cameras, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), shifts, (camera, across, down, shift) => {
      const view = shownBox(camera, windowPx);
      const at = { x: view.x + across * view.w, y: view.y + down * view.h };
      fc.pre(at.x > 0 && at.y > 0 && at.x < sheet.w && at.y < sheet.h);
      const tiles = tilesInView({ page, level: levelFor(camera, 1), shift }, view, sheet).map(tileBox);
      expect(tiles.filter(({ x, y, w, h }) => at.x >= x && at.x < x + w && at.y >= y && at.y < y + h)).toHaveLength(1);
    }));
  });
});

describe('which tiles are drawn', () => {
  const camera: CameraView = { x: 0, y: 0, scale: 1 };
  const all = (level: number) => tilesInView({ page, level }, shownBox(camera, windowPx), sheet).map((address) => ({ address }));
  const drawn = (kept: readonly { readonly address: TileAddress }[]) => tilesToDraw(kept, page, camera, windowPx, sheet, 1).map(({ address }) => address.level);

  it('a finished view draws its own level and nothing below it', () => {
    const own = all(0);
    expect(drawn([...all(2), ...own, ...all(-2)])).toEqual(own.map(() => 0));
  });

  it('an unfinished view shows the nearest whole level below what it has', () => {
    const [first] = all(0);
    expect(first).toBeDefined();
    const near = all(-1);
    expect(drawn([...all(4), ...(first ? [first] : []), ...near])).toEqual([...near.map(() => -1), 0]);
  });

  it('of two levels equally near, the finer lies above', () => {
    const [coarse] = all(-1), [fine] = all(1);
    expect(drawn([coarse, fine].flatMap((tile) => tile ?? []))).toEqual([-1, 1]);
  });

  it('tiles of other pages and outside the view are never drawn', () => {
    const elsewhere = { address: { page: asId<PageId>('p2'), level: 0, col: 0, row: 0 } };
    const outside = { address: { page, level: 0, col: Math.ceil(windowPx.w / TILE_PX), row: 0 } };
    expect(drawn([elsewhere, outside])).toEqual([]);
  });
});

describe('a grid that is laid for a view', () => {
  it('has no more tiles in it than the window is long and wide, and no more beside it on one side than on the other', () => {
    fc.assert(fc.property(cameras, ratios, (camera, ratio) => {
      const view = shownBox(camera, windowPx), grid = gridAt(camera, ratio), tiles = tilesInView(grid, view, sheet).map(tilePx);
      const most = (px: number): number => Math.floor((px * ratio) / TILE_PX) + 1;
      expect(tiles.length).toBeLessThanOrEqual(most(windowPx.w) * most(windowPx.h));
      fc.pre(tiles.length > 0);
      const scale = camera.scale * ratio, left = Math.min(...tiles.map(({ x }) => x)), right = Math.max(...tiles.map(({ x, w }) => x + w));
      const before = view.x * scale - left, after = right - (view.x + view.w) * scale;
      // Where the page ends on one side there is more on the other.
      if (left > 0 && right < Math.ceil(sheet.w * scale)) expect(Math.abs(before - after)).toBeLessThan(2);
    }), { numRuns: 300 });
  });

  it('begins at the corner of a page that has room in the window', () => {
    expect(gridAt({ x: -20, y: -10, scale: 1 }, 1).shift).toEqual({ x: 0, y: 0 });
  });

  it('shows no place twice, and none before the corner of the page', () => {
    fc.assert(fc.property(shifts, fc.nat(3), fc.nat(3), (shift, col, row) => {
      const tile = tilePx({ page, level: 0, shift, col, row });
      expect(Math.min(tile.x, tile.y)).toBeGreaterThanOrEqual(0);
      expect([tile.x, tile.y]).toEqual([col === 0 ? 0 : tilePx({ page, level: 0, shift, col: col - 1, row }).x + tilePx({ page, level: 0, shift, col: col - 1, row }).w, row * TILE_PX - (row === 0 ? 0 : shift.y)]);
      expect(Math.max(tile.w, tile.h)).toBeLessThanOrEqual(TILE_PX);
    }));
  });
});

describe('a grid that shows a whole page', () => {
  const kept = (level: number, stale = false, shift = { x: 0, y: 0 }) => tilesInView({ page, level, shift }, { x: 0, y: 0, ...sheet }, sheet).map((address) => ({ address, stale }));
  const found = (tiles: ReturnType<typeof kept>, pxPerUnit = 0.1) => wholeGrid(tiles, page, sheet, pxPerUnit);

  it('is found when all its tiles are there and up to date', () => {
    expect(found([...kept(2).slice(1), ...kept(0)])).toMatchObject({ level: 0 });
    expect(found(kept(0).slice(1))).toBeNull();
    expect(found([...kept(0).slice(1), ...kept(0, true).slice(0, 1)])).toBeNull();
  });

  it('is not put together from two', () => {
    const shift = { x: 300, y: 40 };
    expect(found(kept(0, false, shift))).toMatchObject({ shift });
    expect(found([...kept(0, false, shift).slice(2), ...kept(0).slice(0, 2)])).toBeNull();
  });

  it('is not used for a picture that is finer', () => {
    expect(found(kept(0), 1)).toMatchObject({ level: 0 });
    expect(found(kept(0), 1.5)).toBeNull();
  });
});
