import { overlaps } from '../../shared/geometry/box.ts';
import { tileBox, tileKey, type Damage, type TileAddress } from '../tiles/messages.ts';

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

/** Tiles that are kept besides twice those in view: what was just left is come back to, and a zoom needs something to show. */
const SPARE_TILES = 12;

/** The tiles of a window, 1 MB each; those that were not used for longest go first. */
export type TileShelf = {
  readonly all: () => Iterable<KeptTile>;
  readonly at: (key: string) => KeptTile | undefined;
  /** Puts a tile in the place of the one before it. */
  readonly put: (address: TileAddress, bitmap: ImageBitmap, revision: number) => KeptTile;
  readonly use: (tile: KeptTile) => void;
  /** Marks what a newer state of the board has changed, except tiles that show that state already. */
  readonly damage: (parts: readonly Damage[] | 'all', revision: number) => void;
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
        const shown = tileBox(tile.address);
        tile.stale = parts === 'all' || parts.some(({ page, box }) => page === tile.address.page && overlaps(box, shown));
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
