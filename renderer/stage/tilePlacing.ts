import type { PageId } from '../../shared/base/ids.ts';
import { unionOf, type Box, type Point, type Size } from '../../shared/geometry/box.ts';
import { gridKey, levelScale, shiftOf, TILE_PX, tileBox, type TileAddress, type TileGrid } from '../tiles/messages.ts';
import { shownBox, type CameraView } from './camera.ts';

/** The level at which a tile is as fine as the screen, pixel by pixel: it is copied, never interpolated, and as sharp as can be. */
export function levelFor(camera: CameraView, pixelRatio: number): number {
  return 2 * Math.log2(camera.scale * pixelRatio);
}

/** A page ends on a whole px but for the last digit of its scale. */
const NEARLY_PX = 1e-6;

/** Where along one side of a page a grid begins so that a view needs as few tiles as can be, with as much beside it on both sides; px before the corner. */
function shiftAlong(viewFrom: number, viewLength: number, pageLength: number): number {
  const block = (Math.floor((viewLength + 1) / TILE_PX) + 1) * TILE_PX;
  const from = Math.max(0, Math.min(Math.round(viewFrom - (block - viewLength) / 2), Math.ceil(pageLength - NEARLY_PX) - block));
  return (TILE_PX - (from % TILE_PX)) % TILE_PX;
}

/**
 * How a grid lies best for a view, px before the page's corner. A window of 1280 by 800 needs six tiles of it; of a grid that always
 * begins at the corner up to twelve, and half of what they show lies outside of the window.
 * @param view what the window shows of the page, board units
 */
export function shiftFor(level: number, view: Box, pageSize: Size): Point {
  const scale = levelScale(level);
  return { x: shiftAlong(view.x * scale, view.w * scale, pageSize.w * scale), y: shiftAlong(view.y * scale, view.h * scale, pageSize.h * scale) };
}

type Span = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Columns and rows of a grid that lie both on the page and in view; right and bottom are not in it. */
function spanOf(grid: TileGrid, view: Box, pageSize: Size): Span {
  const edge = TILE_PX / levelScale(grid.level), { x, y } = shiftOf(grid), beforeX = x / TILE_PX, beforeY = y / TILE_PX;
  return {
    left: Math.max(0, Math.floor(view.x / edge + beforeX)), right: Math.min(Math.ceil(pageSize.w / edge + beforeX), Math.ceil((view.x + view.w) / edge + beforeX)),
    top: Math.max(0, Math.floor(view.y / edge + beforeY)), bottom: Math.min(Math.ceil(pageSize.h / edge + beforeY), Math.ceil((view.y + view.h) / edge + beforeY)),
  };
}

/** The tiles of a grid that a view needs, those in its middle first. */
export function tilesInView(grid: TileGrid, view: Box, pageSize: Size): readonly TileAddress[] {
  const { left, right, top, bottom } = spanOf(grid, view, pageSize);
  const tiles: TileAddress[] = [];
  for (let row = top; row < bottom; row++) for (let col = left; col < right; col++) tiles.push({ ...grid, col, row });
  const middle = { x: view.x + view.w / 2, y: view.y + view.h / 2 };
  const far = (tile: TileAddress): number => {
    const { x, y, w, h } = tileBox(tile);
    return Math.hypot(x + w / 2 - middle.x, y + h / 2 - middle.y);
  };
  return tiles.sort((a, b) => far(a) - far(b));
}

/**
 * Which of the kept tiles are drawn, in painting order: those of the level that the view wants, and below them,
 * until the whole view is covered, those of the nearest other levels, grid by grid. Between two equally near ones the finer lies above.
 */
export function tilesToDraw<T extends { readonly address: TileAddress }>(
  kept: Iterable<T>, page: PageId, camera: CameraView, windowPx: Size, pageSize: Size, pixelRatio: number,
): readonly T[] {
  const wanted = levelFor(camera, pixelRatio);
  const view = shownBox(camera, windowPx);
  type OfGrid = { readonly level: number; readonly span: Span; readonly tiles: T[] };
  const grids = new Map<string, OfGrid>();
  for (const tile of kept) {
    const { level, col, row } = tile.address;
    if (tile.address.page !== page) continue;
    const key = gridKey(tile.address);
    let ofGrid = grids.get(key);
    if (!ofGrid) grids.set(key, (ofGrid = { level, span: spanOf(tile.address, view, pageSize), tiles: [] }));
    const { left, right, top, bottom } = ofGrid.span;
    if (col >= left && col < right && row >= top && row < bottom) ofGrid.tiles.push(tile);
  }
  const chosen: T[][] = [];
  for (const { tiles, span: { left, right, top, bottom } } of [...grids.values()].sort((a, b) => Math.abs(a.level - wanted) - Math.abs(b.level - wanted) || b.level - a.level)) {
    if (tiles.length === 0) continue;
    chosen.push(tiles);
    if (tiles.length === (right - left) * (bottom - top)) break;
  }
  return chosen.reverse().flat();
}

/**
 * The part of the window that the lowest of the tiles to draw cover without a gap, px; null when one of them is missing.
 * @param drawn in painting order
 * @param boxOf what the picture of a tile shows of its page
 */
export function covered<T extends { readonly address: TileAddress }>(drawn: readonly T[], boxOf: (tile: T) => Box, camera: CameraView, pixelRatio: number): Box | null {
  const first = drawn[0]?.address;
  if (!first) return null;
  let { col: left, col: right, row: top, row: bottom } = first;
  const places: Box[] = [], key = gridKey(first);
  for (const tile of drawn) {
    const { col, row } = tile.address;
    if (gridKey(tile.address) !== key) break;
    places.push(snapped(boxOf(tile), camera, pixelRatio));
    left = Math.min(left, col);
    right = Math.max(right, col);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return places.length < (right - left + 1) * (bottom - top + 1) ? null : unionOf(places) ?? null;
}

/** A grid of at least that many px per board unit of which every tile of a page is kept and none is stale; null when there is none. */
export function wholeGrid(kept: Iterable<{ readonly address: TileAddress; readonly stale: boolean }>, page: PageId, pageSize: Size, pxPerUnit: number): TileGrid | null {
  const counts = new Map<string, { readonly grid: TileGrid; count: number }>();
  for (const { address, stale } of kept) {
    if (address.page !== page || stale || levelScale(address.level) < pxPerUnit) continue;
    const key = gridKey(address), known = counts.get(key);
    if (known) known.count++; else counts.set(key, { grid: address, count: 1 });
  }
  for (const { grid, count } of counts.values()) {
    const { right, bottom } = spanOf(grid, { x: 0, y: 0, ...pageSize }, pageSize);
    if (count === right * bottom) return grid;
  }
  return null;
}

/**
 * Where a part of the page lies in the window, px, its edges on whole device pixels: neighbours meet without a seam,
 * and a picture of exactly that size is copied instead of interpolated.
 */
export function snapped(box: Box, camera: CameraView, pixelRatio: number): Box {
  const scale = camera.scale * pixelRatio;
  const originX = Math.round(-camera.x * scale), originY = Math.round(-camera.y * scale);
  const left = Math.round(box.x * scale), top = Math.round(box.y * scale);
  return {
    x: (originX + left) / pixelRatio, y: (originY + top) / pixelRatio,
    w: (Math.round((box.x + box.w) * scale) - left) / pixelRatio, h: (Math.round((box.y + box.h) * scale) - top) / pixelRatio,
  };
}
