import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PageId } from '../../../shared/base/ids.ts';
import { around, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { shownBox, type CameraView } from '../../../renderer/stage/camera.ts';
import { covered, levelFor, snapped, tilesInView, tilesToDraw, wholeLevel } from '../../../renderer/stage/tilePlacing.ts';
import { levelScale, tileBox, TILE_PX, type TileAddress } from '../../../renderer/tiles/messages.ts';

const page = asId<PageId>('p1');
const sheet = { w: 1200, h: 849 };
const windowPx = { w: 1280, h: 800 };

const cameras = fc.record({ x: fc.double({ min: -600, max: 1200, noNaN: true }), y: fc.double({ min: -400, max: 849, noNaN: true }), scale: fc.double({ min: 0.05, max: 24, noNaN: true }) });
const ratios = fc.constantFrom(1, 1.25, 1.5, 2);

const neighbour = (tile: TileAddress, cols: number, rows: number): TileAddress => ({ ...tile, col: tile.col + cols, row: tile.row + rows });
const inDevicePx = (px: number, ratio: number): number => Math.round(px * ratio * 1e6) / 1e6;

describe('where tiles lie in the window', () => {
  it('neighbours meet on a whole device pixel, wherever the camera looks', () => {
    fc.assert(fc.property(cameras, ratios, fc.nat(6), fc.nat(6), fc.integer({ min: -4, max: 8 }), (camera, ratio, col, row, level) => {
      const tile: TileAddress = { page, level, col, row };
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
      const drawn = tilesInView(page, levelFor(camera, ratio), shownBox(camera, windowPx), sheet).map((address) => ({ address }));
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
    fc.assert(fc.property(cameras, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (camera, across, down) => {
      const view = shownBox(camera, windowPx);
      const at = { x: view.x + across * view.w, y: view.y + down * view.h };
      fc.pre(at.x > 0 && at.y > 0 && at.x < sheet.w && at.y < sheet.h);
      const tiles = tilesInView(page, levelFor(camera, 1), view, sheet).map(tileBox);
      expect(tiles.filter(({ x, y, w, h }) => at.x >= x && at.x < x + w && at.y >= y && at.y < y + h)).toHaveLength(1);
    }));
  });
});

describe('which tiles are drawn', () => {
  const camera: CameraView = { x: 0, y: 0, scale: 1 };
  const all = (level: number) => tilesInView(page, level, shownBox(camera, windowPx), sheet).map((address) => ({ address }));
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

describe('a level that shows a whole page', () => {
  const kept = (level: number, stale = false) => tilesInView(page, level, { x: 0, y: 0, ...sheet }, sheet).map((address) => ({ address, stale }));

  it('is found when all its tiles are there and up to date', () => {
    expect(wholeLevel([...kept(2).slice(1), ...kept(0)], page, sheet, 0.1)).toBe(0);
    expect(wholeLevel(kept(0).slice(1), page, sheet, 0.1)).toBeNull();
    expect(wholeLevel([...kept(0).slice(1), ...kept(0, true).slice(0, 1)], page, sheet, 0.1)).toBeNull();
  });

  it('is not used for a picture that is finer', () => {
    expect(wholeLevel(kept(0), page, sheet, 1)).toBe(0);
    expect(wholeLevel(kept(0), page, sheet, 1.5)).toBeNull();
  });
});
