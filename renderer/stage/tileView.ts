import type { AssetId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import { overlaps, type Size } from '../../shared/geometry/box.ts';
import type { ViewChange } from '../state/boardStore.ts';
import { tileBox, tileKey, TILE_PX, type Damage, type FromTiles, type PictureRequest, type TileAddress, type ToTiles } from '../tiles/messages.ts';
import { shownBox, type CameraView } from './camera.ts';
import { levelFor, snapped, tilesInView, tilesToDraw } from './tilePlacing.ts';

/** How many tiles are kept: 512 × 512 × 4 bytes each, 160 MB at the most. */
const KEPT_TILES = 160;

/** How many tiles are also kept at the very size at which they were drawn last: a window of 4K has about as many. */
const KEPT_COPIES = 48;
/** Frames at one and the same size after which a tile is copied at that size. */
const DRAWS_BEFORE_COPY = 3;

type Tile = {
  readonly address: TileAddress;
  readonly bitmap: ImageBitmap;
  revision: number;
  stale: boolean;
  usedAt: number;
  /** Device px at which it was drawn last, and how often in a row: at rest or on a pan, not in a zoom, a copy of that size is worth making. */
  drawnPx: Size;
  drawnTimes: number;
  copy: ImageBitmap | null;
};

/** The window's side of the tile worker: asks for what is in view, keeps what came, places it. */
export type TileView = {
  /** Draws the page's tiles, paper and all, into a context in screen px; `pixelRatio` device px per screen px. */
  readonly draw: (context: CanvasRenderingContext2D, page: PageId, camera: CameraView, windowPx: Size, pageSize: Size, pixelRatio: number) => void;
  /** Asks for the tiles of a view; call it when the view rests or moves on. */
  readonly want: (page: PageId, camera: CameraView, windowPx: Size, pageSize: Size, pixelRatio: number) => void;
  readonly change: (change: ViewChange) => void;
  readonly hide: (ids: readonly MarkId[], revision: number) => void;
  readonly asset: (asset: AssetId, bytes: Uint8Array, mime: string, revision: number) => void;
  readonly picture: (request: PictureRequest) => Promise<ImageBitmap>;
  /** The newest state of the board that is wholly in the tiles of the last wanted view. */
  readonly shownRevision: () => number;
  /** Called when new tiles have come or old ones have gone. */
  readonly onTiles: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** The worker's end of the line. */
export type TilePort = Pick<Worker, 'postMessage' | 'onmessage' | 'terminate'>;

export type TileViewStart = { readonly worker: TilePort; readonly fontsUrl: string; readonly board: Board; readonly inks: NewInks; readonly revision: number };

/** Starts the worker on a board. */
export function createTileView({ worker, fontsUrl, board, inks, revision }: TileViewStart): TileView {
  const tiles = new Map<string, Tile>();
  const asked = new Set<string>();
  /** Keys of the view that was wanted last; they are never let go of. */
  let inView: ReadonlySet<string> = new Set();
  const listeners = new Set<() => void>();
  const tickets = new Map<number, (bitmap: ImageBitmap) => void>();
  let lastTicket = 0;
  let clock = 0;
  let heard = 0;
  let got = 0;
  let again: (() => void) | null = null;
  const tell = (message: ToTiles, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
  tell({ type: 'open', fontsUrl, board, inks, revision });

  const ring = (): void => {
    for (const listener of listeners) listener();
  };
  const dropCopy = (tile: Tile): void => {
    tile.copy?.close();
    tile.copy = null;
  };
  const drop = (key: string, tile: Tile): void => {
    dropCopy(tile);
    tile.bitmap.close();
    tiles.delete(key);
  };
  const evict = (): void => {
    if (tiles.size <= KEPT_TILES) return;
    const oldest = [...tiles.entries()].filter(([key]) => !inView.has(key)).sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, tile] of oldest.slice(0, tiles.size - KEPT_TILES)) drop(key, tile);
  };
  const evictCopies = (): void => {
    const copied = [...tiles.values()].filter(({ copy }) => copy !== null);
    if (copied.length <= KEPT_COPIES) return;
    copied.sort((a, b) => a.usedAt - b.usedAt);
    for (const tile of copied.slice(0, copied.length - KEPT_COPIES)) dropCopy(tile);
  };
  const damage = (parts: readonly Damage[] | 'all'): void => {
    for (const tile of tiles.values()) {
      if (tile.stale) continue;
      const shown = tileBox(tile.address);
      tile.stale = parts === 'all' || parts.some(({ page, box }) => page === tile.address.page && overlaps(box, shown));
    }
  };

  worker.onmessage = ({ data }: MessageEvent<FromTiles>) => {
    switch (data.type) {
      case 'ready': heard = data.revision; break;
      case 'damaged':
        heard = Math.max(heard, data.revision);
        damage(data.damage);
        break;
      case 'tile': {
        const key = tileKey(data.address);
        got++;
        const before = tiles.get(key);
        if (before) drop(key, before);
        tiles.set(key, { address: data.address, bitmap: data.bitmap, revision: data.revision, stale: false, usedAt: ++clock, drawnPx: before?.drawnPx ?? { w: TILE_PX, h: TILE_PX }, drawnTimes: 0, copy: null });
        asked.delete(key);
        evict();
        ring();
        return;
      }
      case 'picture':
        tickets.get(data.ticket)?.(data.bitmap);
        tickets.delete(data.ticket);
        return;
    }
    again?.();
    ring();
  };

  /** Interpolating a tile costs four times what copying it does, so while the scale stays it is done once. */
  const pictureOf = (tile: Tile, w: number, h: number): ImageBitmap => {
    if (tile.copy && tile.copy.width === w && tile.copy.height === h) return tile.copy;
    dropCopy(tile);
    tile.drawnTimes = tile.drawnPx.w === w && tile.drawnPx.h === h ? tile.drawnTimes + 1 : 1;
    tile.drawnPx = { w, h };
    const large = w > 2 * TILE_PX || h > 2 * TILE_PX;
    if (tile.drawnTimes < DRAWS_BEFORE_COPY || large || (w === TILE_PX && h === TILE_PX)) return tile.bitmap;
    const canvas = new OffscreenCanvas(w, h);
    canvas.getContext('2d', { alpha: false })?.drawImage(tile.bitmap, 0, 0, w, h);
    tile.copy = canvas.transferToImageBitmap();
    evictCopies();
    return tile.copy;
  };
  const place = (context: CanvasRenderingContext2D, tile: Tile, camera: CameraView, pixelRatio: number): void => {
    const { x, y, w, h } = snapped(tileBox(tile.address), camera, pixelRatio);
    tile.usedAt = ++clock;
    context.drawImage(pictureOf(tile, Math.max(1, Math.round(w * pixelRatio)), Math.max(1, Math.round(h * pixelRatio))), x, y, w, h);
  };

  return {
    draw(context, page, camera, windowPx, pageSize, pixelRatio) {
      for (const tile of tilesToDraw(tiles.values(), page, camera, windowPx, pageSize, pixelRatio)) place(context, tile, camera, pixelRatio);
    },
    want(page, camera, windowPx, pageSize, pixelRatio) {
      const ask = (): void => {
        const level = levelFor(camera, pixelRatio);
        const visible = tilesInView(page, level, shownBox(camera, windowPx), pageSize);
        inView = new Set(visible.map(tileKey));
        const missing = visible.filter((address) => tiles.get(tileKey(address))?.stale ?? true);
        // A pan over finished tiles has nothing to say, many times a second.
        if (missing.length === 0 && asked.size === 0) return;
        asked.clear();
        for (const address of missing) asked.add(tileKey(address));
        tell({ type: 'want', tiles: missing, got });
      };
      again = ask;
      ask();
    },
    change(change) {
      if (change.kind === 'reset') tell({ type: 'reset', board: change.board, inks: change.inks, revision: change.revision });
      else tell({ type: 'change', change: change.change, inks: change.inks, revision: change.revision });
    },
    hide: (ids, atRevision) => tell({ type: 'hide', ids, revision: atRevision }),
    asset: (asset, bytes, mime, atRevision) => tell({ type: 'asset', asset, bytes, mime, revision: atRevision }),
    picture: (request) => new Promise((resolve) => {
      tickets.set(++lastTicket, resolve);
      tell({ type: 'picture', ticket: lastTicket, request });
    }),
    shownRevision: () => (asked.size === 0 ? heard : Math.min(heard, ...[...asked].map((key) => tiles.get(key)?.revision ?? 0))),
    onTiles(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      worker.onmessage = null;
      worker.terminate();
      for (const [key, tile] of tiles) drop(key, tile);
    },
  };
}
