import type { PageId } from '../../shared/base/ids.ts';
import { unionOf, type Box, type Size } from '../../shared/geometry/box.ts';
import { levelScale, TILE_PX, type TileAddress } from '../tiles/messages.ts';
import { shownBox, type CameraView } from './camera.ts';

/** The level at which a tile is as fine as the screen, pixel by pixel: it is copied, never interpolated, and as sharp as can be. */
export function levelFor(camera: CameraView, pixelRatio: number): number {
  return 2 * Math.log2(camera.scale * pixelRatio);
}

type Span = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Columns and rows of a level that lie both on the page and in view; right and bottom are not in it. */
function spanOf(level: number, view: Box, pageSize: Size): Span {
  const edge = TILE_PX / levelScale(level);
  return {
    left: Math.max(0, Math.floor(view.x / edge)), right: Math.min(Math.ceil(pageSize.w / edge), Math.ceil((view.x + view.w) / edge)),
    top: Math.max(0, Math.floor(view.y / edge)), bottom: Math.min(Math.ceil(pageSize.h / edge), Math.ceil((view.y + view.h) / edge)),
  };
}

/** The tiles of a level that a view needs, those in its middle first. */
export function tilesInView(page: PageId, level: number, view: Box, pageSize: Size): readonly TileAddress[] {
  const { left, right, top, bottom } = spanOf(level, view, pageSize);
  const tiles: TileAddress[] = [];
  for (let row = top; row < bottom; row++) for (let col = left; col < right; col++) tiles.push({ page, level, col, row });
  const edge = TILE_PX / levelScale(level);
  const middle = { x: view.x + view.w / 2, y: view.y + view.h / 2 };
  const far = (tile: TileAddress): number => Math.hypot((tile.col + 0.5) * edge - middle.x, (tile.row + 0.5) * edge - middle.y);
  return tiles.sort((a, b) => far(a) - far(b));
}

/**
 * Which of the kept tiles are drawn, in painting order: those of the level that the view wants, and below them,
 * until the whole view is covered, those of the nearest other levels. Between two equally near ones the finer lies above.
 */
export function tilesToDraw<T extends { readonly address: TileAddress }>(
  kept: Iterable<T>, page: PageId, camera: CameraView, windowPx: Size, pageSize: Size, pixelRatio: number,
): readonly T[] {
  const wanted = levelFor(camera, pixelRatio);
  const view = shownBox(camera, windowPx);
  const spans = new Map<number, Span>();
  const levels = new Map<number, T[]>();
  for (const tile of kept) {
    const { level, col, row } = tile.address;
    if (tile.address.page !== page) continue;
    let span = spans.get(level);
    if (!span) spans.set(level, (span = spanOf(level, view, pageSize)));
    if (col < span.left || col >= span.right || row < span.top || row >= span.bottom) continue;
    const ofLevel = levels.get(level);
    if (ofLevel) ofLevel.push(tile); else levels.set(level, [tile]);
  }
  const chosen: T[][] = [];
  for (const [level, ofLevel] of [...levels].sort(([a], [b]) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a)) {
    chosen.push(ofLevel);
    const { left, right, top, bottom } = spans.get(level) as Span;
    if (ofLevel.length === (right - left) * (bottom - top)) break;
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
  const places: Box[] = [];
  for (const tile of drawn) {
    const { level, col, row } = tile.address;
    if (level !== first.level) break;
    places.push(snapped(boxOf(tile), camera, pixelRatio));
    left = Math.min(left, col);
    right = Math.max(right, col);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return places.length < (right - left + 1) * (bottom - top + 1) ? null : unionOf(places) ?? null;
}

/** A level of at least that many px per board unit of which every tile of a page is kept and none is stale; null when there is none. */
export function wholeLevel(kept: Iterable<{ readonly address: TileAddress; readonly stale: boolean }>, page: PageId, pageSize: Size, pxPerUnit: number): number | null {
  const counts = new Map<number, number>();
  for (const { address, stale } of kept) if (address.page === page && !stale && levelScale(address.level) >= pxPerUnit) counts.set(address.level, (counts.get(address.level) ?? 0) + 1);
  for (const [level, count] of counts) {
    const { right, bottom } = spanOf(level, { x: 0, y: 0, ...pageSize }, pageSize);
    if (count === right * bottom) return level;
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
