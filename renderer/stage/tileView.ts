import type { AssetId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import { overlaps, type Box, type Size } from '../../shared/geometry/box.ts';
import type { ViewChange } from '../state/boardStore.ts';
import { levelScale, tileBox, tileKey, TILE_PX, type FromTiles, type PictureRequest, type TileAddress, type ToTiles } from '../tiles/messages.ts';
import { shownBox, type CameraView } from './camera.ts';

/** How many tiles are kept: 512 × 512 × 4 bytes each, 160 MB at the most. */
const KEPT_TILES = 160;

type Tile = { readonly address: TileAddress; readonly bitmap: ImageBitmap; revision: number; stale: boolean; usedAt: number };

/** The window's side of the tile worker: asks for what is in view, keeps what came, places it. */
export type TileView = {
  /** Draws the page's tiles, paper and all, into a context in screen px; `pixelRatio` device px per screen px. */
  readonly draw: (context: CanvasRenderingContext2D, page: PageId, camera: CameraView, windowPx: Size, pixelRatio: number) => void;
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

/** Nearest level that is at least as fine as the screen needs. */
function levelFor(camera: CameraView, pixelRatio: number): number {
  return Math.ceil(2 * Math.log2(camera.scale * pixelRatio) - 0.05);
}

function visibleTiles(page: PageId, level: number, view: Box, pageSize: Size): TileAddress[] {
  const edge = TILE_PX / levelScale(level);
  const left = Math.max(0, Math.floor(view.x / edge)), right = Math.min(Math.ceil(pageSize.w / edge), Math.ceil((view.x + view.w) / edge));
  const top = Math.max(0, Math.floor(view.y / edge)), bottom = Math.min(Math.ceil(pageSize.h / edge), Math.ceil((view.y + view.h) / edge));
  const tiles: TileAddress[] = [];
  for (let row = top; row < bottom; row++) for (let col = left; col < right; col++) tiles.push({ page, level, col, row });
  const middle = { x: view.x + view.w / 2, y: view.y + view.h / 2 };
  const far = (tile: TileAddress): number => Math.hypot((tile.col + 0.5) * edge - middle.x, (tile.row + 0.5) * edge - middle.y);
  return tiles.sort((a, b) => far(a) - far(b));
}

export type TileViewStart = { readonly worker: Worker; readonly fontsUrl: string; readonly board: Board; readonly inks: NewInks; readonly revision: number };

/** Starts the worker on a board. */
export function createTileView({ worker, fontsUrl, board, inks, revision }: TileViewStart): TileView {
  const tiles = new Map<string, Tile>();
  const asked = new Map<string, TileAddress>();
  const listeners = new Set<() => void>();
  const tickets = new Map<number, (bitmap: ImageBitmap) => void>();
  let lastTicket = 0;
  let clock = 0;
  let heard = 0;
  let again: (() => void) | null = null;
  const tell = (message: ToTiles, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
  tell({ type: 'open', fontsUrl, board, inks, revision });

  const ring = (): void => {
    for (const listener of listeners) listener();
  };
  const evict = (): void => {
    if (tiles.size <= KEPT_TILES) return;
    const oldest = [...tiles.entries()].sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, tile] of oldest.slice(0, tiles.size - KEPT_TILES)) {
      tile.bitmap.close();
      tiles.delete(key);
    }
  };
  const damage = (page: PageId | null, boxes: readonly Box[] | 'all'): void => {
    for (const tile of tiles.values()) {
      if (boxes === 'all' || (tile.address.page === page && boxes.some((box) => overlaps(box, tileBox(tile.address))))) tile.stale = true;
    }
  };

  worker.onmessage = ({ data }: MessageEvent<FromTiles>) => {
    switch (data.type) {
      case 'ready': heard = data.revision; break;
      case 'damaged':
        heard = Math.max(heard, data.revision);
        damage(data.page, data.boxes);
        break;
      case 'tile': {
        const key = tileKey(data.address);
        tiles.get(key)?.bitmap.close();
        tiles.set(key, { address: data.address, bitmap: data.bitmap, revision: data.revision, stale: false, usedAt: ++clock });
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

  /** A tile of another level that covers this place, while the right one is being painted. */
  const drawStandIns = (context: CanvasRenderingContext2D, page: PageId, level: number, view: Box, camera: CameraView): void => {
    const others = [...tiles.values()].filter((tile) => tile.address.page === page && tile.address.level !== level && overlaps(tileBox(tile.address), view));
    others.sort((a, b) => Math.abs(b.address.level - level) - Math.abs(a.address.level - level) || a.address.level - b.address.level);
    for (const tile of others) place(context, tile, camera);
  };
  const place = (context: CanvasRenderingContext2D, tile: Tile, camera: CameraView): void => {
    const box = tileBox(tile.address);
    const x = (box.x - camera.x) * camera.scale, y = (box.y - camera.y) * camera.scale;
    context.drawImage(tile.bitmap, x, y, box.w * camera.scale, box.h * camera.scale);
  };

  return {
    draw(context, page, camera, windowPx, pixelRatio) {
      const level = levelFor(camera, pixelRatio);
      const view = shownBox(camera, windowPx);
      const exact = [...tiles.values()].filter((tile) => tile.address.page === page && tile.address.level === level && overlaps(tileBox(tile.address), view));
      const complete = asked.size === 0 && exact.length > 0;
      if (!complete) drawStandIns(context, page, level, view, camera);
      for (const tile of exact) {
        tile.usedAt = ++clock;
        place(context, tile, camera);
      }
    },
    want(page, camera, windowPx, pageSize, pixelRatio) {
      const ask = (): void => {
        const level = levelFor(camera, pixelRatio);
        const missing = visibleTiles(page, level, shownBox(camera, windowPx), pageSize).filter((address) => {
          const tile = tiles.get(tileKey(address));
          return !tile || tile.stale;
        });
        asked.clear();
        for (const address of missing) asked.set(tileKey(address), address);
        tell({ type: 'want', tiles: missing });
      };
      again = ask;
      ask();
    },
    change(change) {
      if (change.kind === 'reset') tell({ type: 'reset', board: change.board, revision: change.revision });
      else tell({ type: 'change', change: change.change, inks: change.inks, revision: change.revision });
    },
    hide: (ids, atRevision) => tell({ type: 'hide', ids, revision: atRevision }),
    asset: (asset, bytes, mime, atRevision) => tell({ type: 'asset', asset, bytes, mime, revision: atRevision }),
    picture: (request) => new Promise((resolve) => {
      tickets.set(++lastTicket, resolve);
      tell({ type: 'picture', ticket: lastTicket, request });
    }),
    shownRevision: () => (asked.size === 0 ? heard : Math.min(heard, ...[...asked.keys()].map((key) => tiles.get(key)?.revision ?? 0))),
    onTiles(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      worker.terminate();
      for (const tile of tiles.values()) tile.bitmap.close();
      tiles.clear();
    },
  };
}
