import { commonOf, overlaps, type Box } from '../../shared/geometry/box.ts';
import { hexOf } from '../../shared/board/palette.ts';
import type { SheetMove } from '../state/wholeSheet.ts';
import { gridKey, levelScale, tileKey, tilePx, type Damage, type TileAddress, type TileGrid } from '../tiles/messages.ts';
import { sightOf } from '../tiles/tileSight.ts';

/** A painted tile that the window keeps. */
export type KeptTile = {
  readonly address: TileAddress;
  bitmap: ImageBitmap;
  /** The state of the board that it shows. */
  revision: number;
  /** Whether it shows something that is no longer so; it is drawn until its successor is there. */
  stale: boolean;
  usedAt: number;
};

/** The part of its page that the picture of a tile shows, board units. */
export const shownOn = ({ address, bitmap }: KeptTile): Box => sightOf(address, { x: 0, y: 0, w: bitmap.width, h: bitmap.height }).box;

/** Tiles that are kept besides twice those in view: what was just left is come back to, and a zoom needs something to show. */
const SPARE_TILES = 12;

/** So much of a pixel is none. */
const NO_PX = 0.02;

type Pushed = { readonly bitmap: ImageBitmap; readonly isWhole: boolean };

/** The place of a tile's picture among those of its grid, px. */
const placeOf = ({ address, bitmap: { width, height } }: KeptTile): Box => ({ ...tilePx(address), w: width, h: height });

/** A tile as it looks when all tiles of its grid have gone aside, and whether it is known in all its parts. */
function pushedTile(tile: KeptTile, tiles: readonly KeptTile[], dx: number, dy: number, { from }: SheetMove): Pushed {
  const place = placeOf(tile), scale = levelScale(tile.address.level);
  const canvas = new OffscreenCanvas(place.w, place.h);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this window');
  context.fillStyle = hexOf('paper');
  context.fillRect(0, 0, place.w, place.h);
  // What nothing lay on is the paper that is there already.
  const needed = commonOf({ ...place, x: place.x - dx, y: place.y - dy }, { x: from.x * scale, y: from.y * scale, w: from.w * scale, h: from.h * scale });
  let missing = needed ? needed.w * needed.h : 0;
  for (const other of tiles) {
    const source = placeOf(other), taken = needed && commonOf(needed, source);
    if (!taken) continue;
    context.drawImage(other.bitmap, source.x - place.x + dx, source.y - place.y + dy);
    if (!other.stale) missing -= taken.w * taken.h;
  }
  return { bitmap: canvas.transferToImageBitmap(), isWhole: missing < NO_PX };
}

/** The tiles of a window, 1 MB each; those that were not used for longest go first. */
export type TileShelf = {
  readonly all: () => Iterable<KeptTile>;
  readonly at: (key: string) => KeptTile | undefined;
  /** Puts a tile in the place of the one before it. */
  readonly put: (address: TileAddress, bitmap: ImageBitmap, revision: number) => KeptTile;
  readonly use: (tile: KeptTile) => void;
  /** Marks what a newer state of the board has changed, except tiles that show that state already. */
  readonly damage: (parts: readonly Damage[] | 'all', revision: number) => void;
  /** What shows a part of a page is out of date, except the tiles with these keys. */
  readonly outdate: (part: Damage, except: ReadonlySet<string>) => void;
  /**
   * All that one sees of a page has moved: so do the pixels of its tiles of one grid, which then show the state `revision` of
   * the board. What is not copied pixel by pixel, or comes from where no tile is, is stale.
   */
  readonly push: (move: SheetMove, grid: TileGrid, revision: number) => void;
  /** Lets go of tiles that are neither in view nor of the coarsest level of their page, which lies below when others are missing. */
  readonly tidy: (inView: ReadonlySet<string>) => void;
  readonly close: () => void;
};

/** An empty shelf. */
export function createTileShelf(): TileShelf {
  const tiles = new Map<string, KeptTile>();
  let clock = 0;
  const drop = (key: string, tile: KeptTile): void => {
    tile.bitmap.close();
    tiles.delete(key);
  };
  const coarsest = (): ReadonlyMap<string, number> => {
    const levels = new Map<string, number>();
    for (const { address: { page, level } } of tiles.values()) levels.set(page, Math.min(level, levels.get(page) ?? Infinity));
    return levels;
  };
  return {
    all: () => tiles.values(),
    at: (key) => tiles.get(key),
    put(address, bitmap, revision) {
      const key = tileKey(address);
      const before = tiles.get(key);
      if (before) drop(key, before);
      const tile: KeptTile = { address, bitmap, revision, stale: false, usedAt: ++clock };
      tiles.set(key, tile);
      return tile;
    },
    use(tile) { tile.usedAt = ++clock; },
    damage(parts, revision) {
      for (const tile of tiles.values()) {
        if (tile.stale || tile.revision >= revision) continue;
        const shown = shownOn(tile);
        tile.stale = parts === 'all' || parts.some(({ page, box }) => page === tile.address.page && overlaps(box, shown));
      }
    },
    outdate({ page, box }, except) {
      for (const [key, tile] of tiles) if (!except.has(key) && tile.address.page === page) tile.stale ||= overlaps(box, shownOn(tile));
    },
    push(move, grid, revision) {
      const scale = levelScale(grid.level), key = gridKey(grid);
      const { by } = move;
      const dx = by.x * scale, dy = by.y * scale;
      const isCopy = Math.abs(dx - Math.round(dx)) < NO_PX && Math.abs(dy - Math.round(dy)) < NO_PX;
      const before = [...tiles.values()].filter(({ address }) => gridKey(address) === key);
      const pushed = before.map((tile) => pushedTile(tile, before, Math.round(dx), Math.round(dy), move));
      for (const [i, tile] of before.entries()) {
        const { bitmap, isWhole } = pushed[i] as Pushed;
        tile.bitmap.close();
        tile.bitmap = bitmap;
        if (!tile.stale && isWhole && isCopy) tile.revision = revision;
        else tile.stale = true;
      }
    },
    tidy(inView) {
      const most = 2 * inView.size + SPARE_TILES;
      if (tiles.size <= most) return;
      const base = coarsest();
      const rest = [...tiles].filter(([key, { address }]) => !inView.has(key) && address.level !== base.get(address.page));
      rest.sort(([, a], [, b]) => a.usedAt - b.usedAt);
      for (const [key, tile] of rest.slice(0, tiles.size - most)) drop(key, tile);
    },
    close() {
      for (const [key, tile] of tiles) drop(key, tile);
    },
  };
}
