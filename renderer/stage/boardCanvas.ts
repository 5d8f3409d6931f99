import type { MarkId, PageId } from '../../shared/base/ids.ts';
import { liesLow, markOf, marksOf } from '../../shared/board/buckets.ts';
import { showsLayer, type Viewer } from '../../shared/board/viewer.ts';
import { touchedMarks } from '../../shared/board/change.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Box, Point, Size } from '../../shared/geometry/box.ts';
import { PAGE_SIZE, type Board } from '../../shared/board/board.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import type { LayerName, Mark } from '../../shared/board/marks.ts';
import type { BoardStore, BoardView, ViewChange } from '../state/boardStore.ts';
import type { PictureRequest, StrokeCut } from '../tiles/messages.ts';
import { deskBackdrop, paperBackdrop, type Backdrop } from './backdrop.ts';
import { boardFonts } from './boardFonts.ts';
import { createBoardSurface } from './boardSurface.ts';
import type { Camera, CameraView } from './camera.ts';
import { createLiveLayer, type LiveLayer } from './liveLayer.ts';
import { MOST_IN_HAND } from './mostInHand.ts';
import { createPictureFetcher } from './pastedPictures.ts';
import { giveBackTileWorker, takeTileWorker } from './tileWorkers.ts';
import { createTileView, type OnTop, type TileView } from './tileView.ts';
import { usesLayer } from '../state/layersInUse.ts';
import { putOnTop } from '../state/putOnTop.ts';
import { sheetMove } from '../state/wholeSheet.ts';

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
  readonly cut: (cuts: readonly StrokeCut[], where: Box) => void;
  readonly uncut: () => void;
  /**
   * Shows everything on the page this far aside, board units, while a hand has all of it; 'marks' when it has some that are
   * shown otherwise; null when it lets go. Handles that stayed behind would be blended into every frame: they step aside.
   */
  readonly carry: (by: Point | 'marks' | null) => void;
  readonly picture: (request: PictureRequest) => Promise<ImageBitmap>;
  readonly windowPx: () => Size;
  /** Lays the sheet on the dark desk, or on nothing but paper, as the room sees it. */
  readonly layOn: (backdrop: BackdropName) => void;
  /** Resolves when the tiles of the view show everything that was done so far. */
  readonly painted: () => Promise<void>;
  /** Called when what the tiles hold has changed. */
  readonly onTiles: (listener: () => void) => () => void;
  readonly close: () => void;
};

export type BackdropName = 'desk' | 'room';

export type BoardCanvasDeps = {
  readonly store: BoardStore;
  readonly host: Host;
  readonly camera: Camera;
  readonly page: PageId;
  /** The desk's sheet lies on a dark table; the room sees nothing but paper. */
  readonly backdrop: BackdropName;
};

const LAYER_NAMES: readonly LayerName[] = ['tracing', 'prepared', 'harvest'];

/** The marks that a change laid above all others, ready to be painted; null when it did anything else. */
function onTopOf(change: ViewChange, before: Board, view: BoardView): OnTop | null {
  if (change.kind !== 'change') return null;
  const put = putOnTop(change.change, before, view.board);
  return put && { kind: 'onTop', page: put.page, nodes: put.strokes.map((stroke) => markNode(stroke, view)) };
}

/** Whether a picture shows a whole page as this window's tiles do. */
function isWholePage({ page, box, only, paper, viewer = 'print' }: PictureRequest, board: Board, mine: Viewer): boolean {
  const size = board.pages[page]?.size;
  if (!size || only !== null || paper !== 'board' || box.x !== 0 || box.y !== 0 || box.w !== size.w || box.h !== size.h) return false;
  return LAYER_NAMES.every((layer) => showsLayer(board, layer, viewer) === showsLayer(board, layer, mine) || !usesLayer(board, page, layer));
}

/** After the last zoom the tiles are painted anew this much later, ms. */
const ZOOM_REST_MS = 90;

const groundOf = (backdrop: BackdropName): Backdrop => (backdrop === 'desk' ? deskBackdrop() : paperBackdrop());

/** Starts the tile worker of a board and keeps it in step with the store. */
export function createBoardCanvas({ store, host, camera, page: firstPage, backdrop }: BoardCanvasDeps): BoardCanvas {
  const first = store.get();
  const worker = takeTileWorker();
  const tiles: TileView = createTileView({ worker, giveBack: () => giveBackTileWorker(worker), viewer: backdrop, board: first.board, inks: store.inkTexts(), revision: first.revision, onFaces: (faces) => boardFonts().need(faces) });
  const fetchPictures = createPictureFetcher(host, store, tiles);
  let page = firstPage;
  let windowPx: Size = { w: 1, h: 1 };
  const ratio = (): number => window.devicePixelRatio || 1;
  const sheet = (): Size => store.get().board.pages[page]?.size ?? PAGE_SIZE;
  let lying = backdrop;
  let ground = groundOf(lying);
  const surface = createBoardSurface({ below: { paint: (...place) => ground.paint(...place), close: () => ground.close() }, camera, tiles, shown: () => ({ page, size: sheet() }), ratio });
  const wishes = tileWishes(camera, () => tiles.isEmpty(page), () => tiles.want(page, camera.get(), windowPx, sheet(), ratio()), tiles.hold);
  const want = wishes.soon;
  let live: LiveLayer | null = null;
  let frame: HTMLElement | null = null;
  const look = (): void => {
    surface.look();
    live?.look(page, camera.get(), sheet());
  };
  let sizedRatio = 0;
  const resize = (next: Size): void => {
    windowPx = next;
    sizedRatio = ratio();
    surface.resize(next);
    live?.resize(next, ratio());
    want();
    look();
  };
  /** Marks that the tiles leave out since a gesture has them. */
  let inHand: ReadonlySet<MarkId> = new Set();
  /** Whether the tiles show strokes as a hand has cut them. */
  let isCut = false;
  let before = first.board;
  let waiting: (() => void)[] = [];
  void fetchPictures(marksOf(first.board), page);

  const follow = (change: ViewChange): void => {
    const view = store.get();
    tiles.change(change, change.kind === 'change' ? sheetMove(change.change, { board: before, inks: view.inks }, backdrop) ?? onTopOf(change, before, view) : null);
    before = view.board;
    const touched = change.kind === 'change' ? touchedMarks(change.change, view.board) : 'all';
    const isMove = change.kind === 'change' && change.change.kind !== 'patches';
    // Thousands that went aside bring no pasted picture, and were not in the hand one by one.
    if (isMove && inHand.size === 0) return;
    const marks = touched === 'all' ? marksOf(view.board) : touched.flatMap((id) => markOf(view.board, id) ?? []);
    void fetchPictures(marks, page);
    // What a gesture had in hand stays in view where it was put, until the tiles have it there.
    // Many marks in hand have a picture of their own that stays.
    if (touched === 'all' || inHand.size > MOST_IN_HAND) return;
    for (const mark of marks) if (inHand.has(mark.id)) live?.keep(markNode(mark, view), liesLow(mark), mark.page, change.revision);
  };
  const tilesCame = (): void => {
    const painted = tiles.shownRevision();
    live?.release(painted);
    surface.look();
    if (painted >= store.get().revision) for (const done of waiting.splice(0)) done();
  };
  const stops = [store.onViewChange(follow), tiles.onTiles(tilesCame), camera.subscribe(look), wishes.close];

  return {
    camera,
    attach(boardCanvas, liveCanvas, place) {
      surface.attach(boardCanvas, place);
      live?.close();
      live = createLiveLayer(liveCanvas);
      frame = boardCanvas.parentElement;
      live.resize(windowPx, ratio());
      look();
    },
    resize(next) {
      // What was told its size already is not emptied and painted anew; on another display the same size has other pixels.
      if (next.w !== windowPx.w || next.h !== windowPx.h || sizedRatio !== ratio()) resize(next);
    },
    show(next) {
      page = next;
      void fetchPictures(marksOf(store.get().board), page);
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
    cut(cuts, where) {
      isCut = true;
      tiles.cut(cuts, { page, box: where });
    },
    uncut() {
      if (!isCut) return;
      isCut = false;
      tiles.uncut(store.get().revision);
    },
    carry(what) {
      surface.carry(what === 'marks' ? null : what);
      frame?.toggleAttribute('data-carrying', what !== null);
    },
    picture(request) {
      const glance = inHand.size === 0 && !isCut && isWholePage(request, store.get().board, backdrop) ? tiles.glance(request.page, request.box, { w: request.widthPx, h: request.heightPx }) : null;
      if (glance) return Promise.resolve(glance);
      // The page in view has its pasted pictures already.
      const coming = request.page === page ? null : fetchPictures(marksOf(store.get().board), request.page);
      return coming ? coming.then(() => tiles.picture(request)) : tiles.picture(request);
    },
    windowPx: () => windowPx,
    layOn(next) {
      if (next === lying) return;
      ground.close();
      lying = next;
      ground = groundOf(next);
      surface.lookBelow();
    },
    painted: () => new Promise((resolve) => {
      if (tiles.shownRevision() >= store.get().revision) resolve();
      else waiting = [...waiting, resolve];
    }),
    onTiles: (listener) => tiles.onTiles(listener),
    close() {
      for (const stop of stops) stop();
      for (const done of waiting.splice(0)) done();
      surface.close();
      live?.close();
      tiles.close();
    },
  };
}

/** Asking for tiles: once for all that happens at a time, and after a zoom only once it rests (nothing is painted meanwhile), unless there is nothing yet that could be stretched meanwhile. */
type TileWishes = { readonly soon: () => void; readonly close: () => void };

function tileWishes(camera: Camera, isEmpty: () => boolean, want: () => void, hold: () => void): TileWishes {
  let timer = 0;
  let isDue = false;
  let isClosed = false;
  let lastScale = camera.get().scale;
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    // A window that gets its size and then its view of the sheet must not ask for what lies at neither.
    queueMicrotask(() => {
      isDue = false;
      if (!isClosed) want();
    });
  };
  const stop = camera.subscribe(({ scale }: CameraView) => {
    const isZoom = scale !== lastScale && !isEmpty();
    lastScale = scale;
    if (!isZoom) return timer === 0 ? soon() : undefined;
    clearTimeout(timer);
    hold();
    timer = window.setTimeout(() => { timer = 0; soon(); }, ZOOM_REST_MS);
  });
  return {
    soon,
    close() {
      isClosed = true;
      clearTimeout(timer);
      stop();
    },
  };
}
