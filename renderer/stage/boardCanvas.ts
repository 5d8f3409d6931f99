import { toByteArray } from 'base64-js';
import type { AssetId, InkId, MarkId, PageId } from '../../shared/base/ids.ts';
import { liesLow, markOf, marksOf } from '../../shared/board/buckets.ts';
import { showsLayer, type Viewer } from '../../shared/board/viewer.ts';
import { touchedMarks } from '../../shared/board/change.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Size } from '../../shared/geometry/box.ts';
import { PAGE_SIZE, type Board, type Inks } from '../../shared/board/board.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import { encodeInk, type InkText } from '../../shared/ink/inkCodec.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import type { LayerName, Mark } from '../../shared/board/marks.ts';
import type { BoardStore, BoardView, ViewChange } from '../state/boardStore.ts';
import type { PictureRequest } from '../tiles/messages.ts';
import { deskBackdrop, paperBackdrop } from './backdrop.ts';
import type { Camera, CameraView } from './camera.ts';
import { createLiveLayer, type LiveLayer } from './liveLayer.ts';
import { MOST_IN_HAND } from './mostInHand.ts';
import { snapped } from './tilePlacing.ts';
import { takeTileWorker } from './tileWorkers.ts';
import { createTileView, type OnTop, type TileView } from './tileView.ts';
import { usesLayer } from '../state/layersInUse.ts';
import { putOnTop } from '../state/putOnTop.ts';

/** The board of a window as pixels: tiles below, live ink above, both under one camera. No React in its way. */
export type BoardCanvas = {
  readonly camera: Camera;
  /** `place` is an empty element that is kept where the sheet lies in the window. */
  readonly attach: (boardCanvas: HTMLCanvasElement, liveCanvas: HTMLCanvasElement, place: HTMLElement) => void;
  readonly resize: (windowPx: Size) => void;
  readonly show: (page: PageId) => void;
  readonly live: () => LiveLayer | null;
  readonly keep: (mark: Mark) => void;
  readonly hide: (ids: readonly MarkId[]) => void;
  readonly picture: (request: PictureRequest) => Promise<ImageBitmap>;
  readonly windowPx: () => Size;
  /** Resolves when the tiles of the view show everything that was done so far. */
  readonly painted: () => Promise<void>;
  /** Called when what the tiles hold has changed. */
  readonly onTiles: (listener: () => void) => () => void;
  readonly close: () => void;
};

export type BoardCanvasDeps = {
  readonly store: BoardStore;
  readonly host: Host;
  readonly camera: Camera;
  readonly page: PageId;
  /** The ink of the store's board as text, where it is still at hand; null to encode it anew for the tile worker. */
  readonly inkTexts: NewInks | null;
  /** The desk's sheet lies on a dark table; the room sees nothing but paper. */
  readonly backdrop: 'desk' | 'room';
};

function encoded(inks: Inks): NewInks {
  const texts: Record<InkId, InkText> = {};
  for (const [id, ink] of inks) texts[id] = encodeInk(ink);
  return texts;
}

const LAYER_NAMES: readonly LayerName[] = ['tracing', 'prepared', 'harvest'];

/** The marks that a change laid above all others, ready to be painted; null when it did anything else. */
function onTopOf(change: ViewChange, before: Board, view: BoardView): OnTop | null {
  if (change.kind !== 'change') return null;
  const put = putOnTop(change.change, before, view.board);
  return put && { page: put.page, nodes: put.strokes.map((stroke) => markNode(stroke, view)) };
}

/** Whether a picture shows a whole page as this window's tiles do. */
function isWholePage({ page, box, only, paper, viewer = 'print' }: PictureRequest, board: Board, mine: Viewer): boolean {
  const size = board.pages[page]?.size;
  if (!size || only !== null || paper !== 'board' || box.x !== 0 || box.y !== 0 || box.w !== size.w || box.h !== size.h) return false;
  return LAYER_NAMES.every((layer) => showsLayer(board, layer, viewer) === showsLayer(board, layer, mine) || !usesLayer(board, page, layer));
}

/** After the last zoom the tiles are painted anew this much later, ms. */
const ZOOM_REST_MS = 90;

/** Starts the tile worker of a board and keeps it in step with the store. */
export function createBoardCanvas({ store, host, camera, page: firstPage, inkTexts, backdrop }: BoardCanvasDeps): BoardCanvas {
  const first = store.get();
  const tiles: TileView = createTileView({ worker: takeTileWorker(), viewer: backdrop, board: first.board, inks: inkTexts ?? encoded(first.inks), revision: first.revision });
  const assets = new Set<AssetId>();
  /** Marks that the tiles leave out since a gesture has them. */
  let inHand: ReadonlySet<MarkId> = new Set();
  let page = firstPage;
  let context: CanvasRenderingContext2D | null = null;
  let frame = 0;
  let shown = first.board;
  let live: LiveLayer | null = null;
  let place: HTMLElement | null = null;
  const below = backdrop === 'desk' ? deskBackdrop() : paperBackdrop();
  let windowPx: Size = { w: 1, h: 1 };
  let wantTimer = 0;
  let lastScale = camera.get().scale;
  let waiting: (() => void)[] = [];

  const ratio = (): number => window.devicePixelRatio || 1;
  const sheet = (): Size => store.get().board.pages[page]?.size ?? PAGE_SIZE;
  const want = (): void => tiles.want(page, camera.get(), windowPx, sheet(), ratio());
  const paint = (): void => {
    frame = 0;
    if (!context) return;
    const view = camera.get();
    const { w, h } = sheet();
    const paper = snapped({ x: 0, y: 0, w, h }, view, ratio());
    context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    below.paint(context, windowPx, paper, ratio());
    context.save();
    context.beginPath();
    context.rect(paper.x, paper.y, paper.w, paper.h);
    context.clip();
    tiles.draw(context, page, view, windowPx, sheet(), ratio());
    context.restore();
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const look = (): void => {
    ask();
    if (place) {
      const { x, y, scale } = camera.get();
      const { w, h } = sheet();
      place.style.width = `${w}px`;
      place.style.height = `${h}px`;
      place.style.transform = `translate(${-x * scale}px, ${-y * scale}px) scale(${scale})`;
    }
    live?.look(page, camera.get(), sheet());
  };

  const loadAssets = (marks: Iterable<Mark>): void => {
    for (const mark of marks) {
      if (mark.kind !== 'image' || mark.page !== page || assets.has(mark.asset)) continue;
      assets.add(mark.asset);
      void host.call('assets.get', { board: store.id, asset: mark.asset }).then((result) => {
        if (!result.ok) {
          assets.delete(mark.asset);
          return;
        }
        tiles.asset(mark.asset, toByteArray(result.value.base64), result.value.mime, store.get().revision);
      });
    }
  };

  const stops = [
    store.onViewChange((change) => {
      const view = store.get();
      tiles.change(change, onTopOf(change, shown, view));
      shown = view.board;
      const touched = change.kind === 'change' ? touchedMarks(change.change, view.board) : 'all';
      if (touched === 'all') return loadAssets(marksOf(view.board));
      const marks = touched.flatMap((id) => markOf(view.board, id) ?? []);
      loadAssets(marks);
      // What a gesture had in hand stays in view where it was put, until the tiles have it there.
      // Many marks in hand have a picture of their own that stays.
      if (inHand.size <= MOST_IN_HAND) for (const mark of marks) if (inHand.has(mark.id)) live?.keep(markNode(mark, view), liesLow(mark), mark.page, change.revision);
    }),
    tiles.onTiles(() => {
      const painted = tiles.shownRevision();
      live?.release(painted);
      ask();
      if (painted >= store.get().revision) for (const done of waiting.splice(0)) done();
    }),
    camera.subscribe((view: CameraView) => {
      look();
      const zooming = view.scale !== lastScale;
      lastScale = view.scale;
      if (zooming) {
        clearTimeout(wantTimer);
        wantTimer = window.setTimeout(() => { wantTimer = 0; want(); }, ZOOM_REST_MS);
      } else if (wantTimer === 0) want();
    }),
  ];
  loadAssets(marksOf(first.board));

  return {
    camera,
    attach(boardCanvas, liveCanvas, sheetPlace) {
      context = boardCanvas.getContext('2d', { alpha: false });
      place = sheetPlace;
      live?.close();
      live = createLiveLayer(liveCanvas);
      live.resize(windowPx, ratio());
      look();
    },
    resize(next) {
      windowPx = next;
      if (context) {
        context.canvas.width = Math.round(next.w * ratio());
        context.canvas.height = Math.round(next.h * ratio());
        context.canvas.style.width = `${next.w}px`;
        context.canvas.style.height = `${next.h}px`;
        // An emptied canvas would flash black until the next frame.
        paint();
      }
      live?.resize(next, ratio());
      want();
      look();
    },
    show(next) {
      page = next;
      loadAssets(marksOf(store.get().board));
      want();
      look();
    },
    live: () => live,
    keep(mark) {
      const view = store.get();
      if (tiles.shownRevision() < view.revision) live?.keep(markNode(mark, view), liesLow(mark), mark.page, view.revision);
    },
    hide(ids) {
      if (ids.length === 0 && inHand.size === 0) return;
      inHand = new Set(ids);
      tiles.hide(ids, store.get().revision);
    },
    picture(request) {
      const glance = inHand.size === 0 && isWholePage(request, store.get().board, backdrop) ? tiles.glance(request.page, request.box, { w: request.widthPx, h: request.heightPx }) : null;
      return glance ? Promise.resolve(glance) : tiles.picture(request);
    },
    windowPx: () => windowPx,
    painted: () => new Promise((resolve) => {
      if (tiles.shownRevision() >= store.get().revision) resolve();
      else waiting = [...waiting, resolve];
    }),
    onTiles: (listener) => tiles.onTiles(listener),
    close() {
      clearTimeout(wantTimer);
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      for (const done of waiting.splice(0)) done();
      live?.close();
      tiles.close();
    },
  };
}
