import type { AssetId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { hexOf } from '../../shared/board/palette.ts';
import type { Viewer } from '../../shared/board/viewer.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import { around, overlaps, type Box, type Size } from '../../shared/geometry/box.ts';
import type { Face } from '../../shared/paint/faces.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import type { ViewChange } from '../state/boardStore.ts';
import { gridKey, gridOf, levelScale, tileKey, tilePx, partOf, type Damage, type FromTiles, type PictureRequest, type StrokeCut, type TileAddress, type TileGrid, type TilePart, type ToTiles } from '../tiles/messages.ts';
import { shrunk } from '../tiles/shrunk.ts';
import { paintOnto, patched } from '../tiles/tilePainter.ts';
import { shownBox, type CameraView } from './camera.ts';
import { covered, levelFor, shiftFor, snapped, tilesInView, tilesToDraw, wholeGrid } from './tilePlacing.ts';
import { createTileShelf, shownOn, type KeptTile } from './tileShelf.ts';
import type { SheetMove } from '../state/wholeSheet.ts';

/** The window's side of the tile worker: asks for what is in view, keeps what came, places it. */
export type TileView = {
  /**
   * Draws the page's tiles into a context in screen px, and bare paper where `paperPx` has none; `pixelRatio` device px per
   * screen px.
   */
  readonly draw: (context: CanvasRenderingContext2D, page: PageId, camera: CameraView, windowPx: Size, pageSize: Size, pixelRatio: number, paperPx: Box) => void;
  /** Asks for the tiles of a view; call it when the view rests or moves on. */
  readonly want: (page: PageId, camera: CameraView, windowPx: Size, pageSize: Size, pixelRatio: number) => void;
  /** Has the worker leave what it was asked for and has not painted, until the next `want`: it would be of no use by then. */
  readonly hold: () => void;
  /**
   * Tells the worker of a change. Where it is known how the change alters what is to be seen, the tiles that are there are
   * altered at once, instead of painting all anew.
   */
  readonly change: (change: ViewChange, known: OnTop | SheetMove | null) => void;
  readonly hide: (ids: readonly MarkId[], revision: number) => void;
  /** Shows strokes cut; nothing outside of `where` looks different now. Tiles in view change there alone. */
  readonly cut: (cuts: readonly StrokeCut[], where: Damage) => void;
  /** Shows strokes whole again that no change has cut meanwhile. */
  readonly uncut: (revision: number) => void;
  readonly asset: (asset: AssetId, bytes: Uint8Array, mime: string, revision: number) => void;
  readonly picture: (request: PictureRequest) => Promise<ImageBitmap>;
  /** Whether nothing of a page has been painted yet. */
  readonly isEmpty: (page: PageId) => boolean;
  /** A small picture of a whole page put together from its tiles, when those of one grid are all there and up to date. */
  readonly glance: (page: PageId, pageSize: Size, px: Size) => ImageBitmap | null;
  /** The newest state of the board that is wholly in the tiles of the last wanted view. */
  readonly shownRevision: () => number;
  /** Called when new tiles have come or old ones have gone. */
  readonly onTiles: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** New marks above all others of their page, in painting order: they are painted onto the tiles. */
export type OnTop = { readonly kind: 'onTop'; readonly page: PageId; readonly nodes: readonly SceneNode[] };

/** The worker's end of the line. */
export type TilePort = Pick<Worker, 'postMessage' | 'onmessage'>;

export type TileViewStart = { readonly worker: TilePort; /** Takes the worker back. */ readonly giveBack: () => void; readonly viewer: Viewer; readonly board: Board; readonly inks: NewInks; readonly revision: number; /** Told which spare faces the board needs. */ readonly onFaces: (faces: readonly Face[]) => void };

/** Starts the worker on a board. */
export function createTileView({ worker, giveBack, viewer, board, inks, revision, onFaces }: TileViewStart): TileView {
  const shelf = createTileShelf();
  const asked = new Set<string>();
  let wanted: TileGrid | null = null;
  /** Keys of the view that was wanted last; they are never let go of. */
  let inView: ReadonlySet<string> = new Set();
  let viewed: ReadonlyMap<string, TileAddress> = new Map();
  /** What the worker was told to leave out. */
  let inHand: ReadonlySet<MarkId> = new Set();
  const listeners = new Set<() => void>();
  const tickets = new Map<number, (bitmap: ImageBitmap) => void>();
  let lastTicket = 0;
  /** The newest state of which the worker has said what it damaged. */
  let heard = 0;
  /** The newest state that differs from the one before by more than marks on top. */
  let shuffled = revision;
  /** What was painted on top of tiles by the window, and that the worker has not answered yet. */
  let laidOn: (OnTop & { readonly revision: number })[] = [];
  let got = 0;
  let isHeld = false;
  let again: (() => void) | null = null;
  let isClosed = false;
  /** What still comes after the end is not for the board that has the worker then. */
  const tell = (message: ToTiles, transfer: Transferable[] = []): void => { if (!isClosed) worker.postMessage(message, transfer); };
  tell({ type: 'open', viewer, board, inks, revision });

  const ring = (): void => {
    for (const listener of listeners) listener();
  };
  /** The grid of that level that is there already, or the one that lies best for a view. */
  const gridFor = (page: PageId, level: number, view: Box, pageSize: Size): TileGrid => {
    if (wanted?.page === page && wanted.level === level) return wanted;
    for (const { address } of shelf.all()) if (address.page === page && address.level === level) return gridOf(address);
    return gridOf({ page, level, shift: shiftFor(level, view, pageSize) });
  };
  /** A view that was left before its tiles had come, and is come back to elsewhere, has another grid: tiles of two lay one above the other. */
  const isOfOtherGrid = (address: TileAddress): boolean => {
    const key = gridKey(address), others = [...(wanted ? [wanted] : []), ...[...shelf.all()].map((tile) => tile.address)];
    return others.some((other) => other.page === address.page && other.level === address.level && gridKey(other) !== key);
  };
  const layOn = (tile: KeptTile, { page, nodes, revision: at }: OnTop & { readonly revision: number }): void => {
    if (tile.stale || tile.address.page !== page || tile.revision >= at) return;
    const box = shownOn(tile);
    const inside = nodes.filter(({ bounds }) => overlaps(bounds, box));
    if (inside.length > 0) tile.bitmap = paintOnto(tile.bitmap, inside, box);
    tile.revision = at;
  };
  const patch = ({ part, revision: at, bitmap }: Extract<FromTiles, { readonly type: 'patch' }>): void => {
    const tile = shelf.at(tileKey(part.address));
    if (tile) {
      tile.bitmap = patched(tile.bitmap, bitmap, part.px.x, part.px.y);
      // A stroke that was laid onto the tile meanwhile is not in the patch.
      tile.stale ||= tile.revision > at;
    }
    bitmap.close();
    if (tile?.stale) again?.();
    ring();
  };
  const hear = (state: number): void => {
    heard = Math.max(heard, state);
    laidOn = laidOn.filter((entry) => entry.revision > heard);
  };

  worker.onmessage = ({ data }: MessageEvent<FromTiles>) => {
    switch (data.type) {
      case 'ready': hear(data.revision); break;
      case 'damaged':
        hear(data.revision);
        // A tile of that very state, or with newer strokes laid onto it, shows what is to be seen otherwise now.
        shelf.damage(data.damage, data.anew ? Infinity : data.revision);
        break;
      case 'tile': {
        got++;
        if (isOfOtherGrid(data.address)) {
          data.bitmap.close();
          return;
        }
        const tile = shelf.put(data.address, data.bitmap, data.revision);
        for (const entry of laidOn) layOn(tile, entry);
        asked.delete(tileKey(data.address));
        shelf.tidy(inView);
        ring();
        return;
      }
      case 'glimpse':
        if (isOfOtherGrid(data.address)) data.bitmap.close();
        else shelf.put(data.address, data.bitmap, 0).stale = true;
        ring();
        return;
      case 'patch':
        patch(data);
        return;
      case 'picture':
        tickets.get(data.ticket)?.(data.bitmap);
        tickets.delete(data.ticket);
        return;
      case 'faces': onFaces(data.faces); return;
      case 'closed': return;
    }
    again?.();
    ring();
  };

  return {
    draw(context, page, camera, windowPx, pageSize, pixelRatio, paperPx) {
      const drawn = tilesToDraw(shelf.all(), page, camera, windowPx, pageSize, pixelRatio);
      // Filling a window with paper below tiles that hide it takes as long as a third of them.
      context.fillStyle = hexOf('paper');
      const cover = covered(drawn, shownOn, camera, pixelRatio);
      for (const { x, y, w, h } of cover ? around(cover, paperPx) : [paperPx]) context.fillRect(x, y, w, h);
      for (const tile of drawn) {
        const { x, y, w, h } = snapped(shownOn(tile), camera, pixelRatio);
        shelf.use(tile);
        context.imageSmoothingEnabled = Math.round(w * pixelRatio) !== tile.bitmap.width || Math.round(h * pixelRatio) !== tile.bitmap.height;
        context.drawImage(tile.bitmap, x, y, w, h);
      }
    },
    want(page, camera, windowPx, pageSize, pixelRatio) {
      // A worker that was told to wait is told that it may go on, though nothing is missing.
      let isDue = isHeld;
      const ask = (): void => {
        const view = shownBox(camera, windowPx);
        wanted = gridFor(page, levelFor(camera, pixelRatio), view, pageSize);
        const visible = tilesInView(wanted, view, pageSize);
        viewed = new Map(visible.map((address) => [tileKey(address), address]));
        inView = new Set(viewed.keys());
        const missing = visible.filter((address) => shelf.at(tileKey(address))?.stale ?? true);
        // A pan over finished tiles has nothing to say, many times a second.
        if (missing.length === 0 && asked.size === 0 && !isDue) return;
        isDue = false;
        asked.clear();
        for (const address of missing) asked.add(tileKey(address));
        if (!isHeld) tell({ type: 'want', tiles: missing, got });
      };
      again = ask;
      isHeld = false;
      ask();
    },
    hold() {
      if (isHeld || asked.size === 0) return;
      isHeld = true;
      tell({ type: 'want', tiles: [], got, hold: true });
    },
    change(change, known) {
      if (change.kind === 'reset') tell({ type: 'reset', board: change.board, inks: change.inks, revision: change.revision });
      else tell({ type: 'change', change: change.change, inks: change.inks, revision: change.revision });
      // What is damaged but not yet known to be would count as up to date with something laid on it.
      if (known?.kind !== 'onTop' || shuffled > heard) {
        if (known?.kind === 'aside' && shuffled <= heard && wanted?.page === known.page) shelf.push(known, wanted, change.revision);
        shuffled = change.revision;
        return;
      }
      const entry = { ...known, revision: change.revision };
      laidOn.push(entry);
      for (const tile of shelf.all()) layOn(tile, entry);
      ring();
    },
    hide(ids, atRevision) {
      shuffled = atRevision;
      const more = ids.filter((id) => !inHand.has(id));
      // A hand that takes more and more of what lies there tells of each mark once.
      if (inHand.size > 0 && ids.length === inHand.size + more.length) tell({ type: 'hideMore', ids: more, revision: atRevision });
      else tell({ type: 'hide', ids, revision: atRevision });
      inHand = new Set(ids);
    },
    cut(cuts, where) {
      const parts: TilePart[] = [];
      for (const key of inView) {
        const address = viewed.get(key);
        const px = address && address.page === where.page ? partOf(address, where.box) : null;
        if (address && px) parts.push({ address, px });
      }
      shelf.outdate(where, inView);
      tell({ type: 'cut', cuts, parts });
    },
    uncut(atRevision) {
      shuffled = atRevision;
      tell({ type: 'uncut', revision: atRevision });
    },
    asset(asset, bytes, mime, atRevision) {
      shuffled = atRevision;
      tell({ type: 'asset', asset, bytes, mime, revision: atRevision });
    },
    picture: (request) => new Promise((resolve) => {
      tickets.set(++lastTicket, resolve);
      tell({ type: 'picture', ticket: lastTicket, request });
    }),
    isEmpty(page) {
      for (const { address } of shelf.all()) if (address.page === page) return false;
      return true;
    },
    glance(page, pageSize, px) {
      const grid = wholeGrid(shelf.all(), page, pageSize, (0.7 * px.w) / pageSize.w);
      if (!grid || shuffled > heard) return null;
      const scale = levelScale(grid.level), key = gridKey(grid);
      const canvas = new OffscreenCanvas(Math.max(1, Math.round(pageSize.w * scale)), Math.max(1, Math.round(pageSize.h * scale)));
      const context = canvas.getContext('2d', { alpha: false });
      if (!context) return null;
      for (const { address, bitmap } of shelf.all()) {
        if (gridKey(address) !== key) continue;
        const { x, y } = tilePx(address);
        context.drawImage(bitmap, x, y);
      }
      return shrunk(canvas, px.w, px.h);
    },
    shownRevision() {
      const known = shuffled > heard ? heard : Math.max(heard, laidOn[laidOn.length - 1]?.revision ?? 0);
      return asked.size === 0 ? known : Math.min(known, ...[...asked].map((key) => shelf.at(key)?.revision ?? 0));
    },
    onTiles(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      worker.onmessage = null;
      giveBack();
      shelf.close();
    },
  };
}
