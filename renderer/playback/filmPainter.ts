import type { AssetId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { comparePaintOrder, markOf } from '../../shared/board/buckets.ts';
import { hexOf } from '../../shared/board/palette.ts';
import { grow, type Box, type Size } from '../../shared/geometry/box.ts';
import type { FilmPlace } from '../../shared/journal/timeline.ts';
import { canvas2dSurface } from '../../shared/paint/canvas2dSurface.ts';
import { paintScene } from '../../shared/paint/paintScene.ts';
import { nodeBounds } from '../../shared/scene/markNode.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import type { Damage } from '../tiles/messages.ts';
import { onPage, repaintPart, type PageSight } from '../tiles/repaintPart.ts';
import { SceneIndex } from '../tiles/sceneIndex.ts';
import type { KeptPicture, KeptPictures } from './keptPictures.ts';
import type { Reel } from './reel.ts';

/** A canvas that a film is painted on: in a window, or for a file. */
export type FilmContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paints a reel; what is there already stays on the canvas, and only what differs is painted again. */
export type FilmPainter = {
  /** Shows a moment of a page. Returns whether anything changed. */
  readonly show: (place: FilmPlace, page: PageId) => boolean;
};

/** More places than this that differ are not painted one by one. */
const MOST_PARTS = 60;
/** The soft edge that a painted line has beyond its box, px. */
const EDGE_PX = 2;
const NOTHING: ReadonlySet<MarkId> = new Set();

/** A moment that was painted. */
type Shown = { readonly place: FilmPlace; readonly page: PageId; readonly board: Board };
/** What leads from one picture to another: marks that are new on top of it, and places that are painted anew. */
type Difference = { readonly added: readonly SceneNode[]; readonly parts: readonly Box[] };

/** A page on a canvas: as large as it fits, in the middle. */
function sightOf(size: Size, width: number, height: number): PageSight {
  const scale = Math.min(width / size.w, height / size.h);
  return { scaleX: scale, scaleY: scale, x: Math.round((width - size.w * scale) / 2), y: Math.round((height - size.h * scale) / 2), size };
}

/**
 * Paints onto a canvas of whatever size; around the page there is nothing but paper. What it shows is what
 * painting everything at once would show, but for the softness of single pixels on edges that a part cuts through.
 * @param kept pictures of places that were painted before, to go back to
 */
export function createFilmPainter(reel: Reel, context: FilmContext, images: ReadonlyMap<AssetId, CanvasImageSource>, kept: KeptPictures | null = null): FilmPainter {
  let shown: Shown | null = null;
  let index: SceneIndex | null = null;
  /** The moment that the index knows. */
  let indexAt: Shown | null = null;
  const surface = canvas2dSurface(context, (asset, w, h) => {
    const image = images.get(asset);
    if (image) context.drawImage(image, 0, 0, w, h);
  });
  const { canvas } = context;

  const repaint = (found: SceneIndex, page: PageId, size: Size, part: Box): void => {
    const sight = sightOf(size, canvas.width, canvas.height);
    repaintPart({
      context, part, sight, airPx: 1,
      nodesIn: (box) => found.nodesIn(page, grow(box, EDGE_PX / sight.scaleX), NOTHING, sight.scaleX, 'print'),
      paintAll: (nodes) => paintScene(nodes, surface),
    });
  };
  const repaintAll = (found: SceneIndex, page: PageId, size: Size | undefined): void => {
    context.fillStyle = hexOf('paper');
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (size) repaint(found, page, size, { x: 0, y: 0, ...size });
  };

  /** Takes the index from the moment where it stands to another; says where the marks `rest` and `fresh` were and are. */
  const moveIndex = (to: Shown, rest: readonly MarkId[], fresh: readonly MarkId[]): { readonly rest: readonly Damage[] | 'all'; readonly fresh: readonly Damage[] | 'all' } => {
    const moved = index ? { rest: index.update(to.board, rest), fresh: index.update(to.board, fresh) } : { rest: 'all' as const, fresh: 'all' as const };
    indexAt = to;
    return moved;
  };
  const indexFor = (to: Shown): SceneIndex => {
    const ids = indexAt && reel.differing(indexAt.place, to.place);
    if (index && ids) moveIndex(to, [...ids], []);
    else index = new SceneIndex(to.board, reel.inks);
    indexAt = to;
    return index;
  };
  /** Which new marks lie above all that was there before, so that they are simply laid on it; and where the others lie. */
  const onTop = (found: SceneIndex, { page, board }: Shown, fresh: readonly MarkId[], size: Size): Difference => {
    const { scaleX: scale } = sightOf(size, canvas.width, canvas.height);
    const known = new Set(fresh);
    const added: SceneNode[] = [];
    const parts: Box[] = [];
    const marks = fresh.flatMap((id) => { const mark = markOf(board, id); return mark?.page === page ? [mark] : []; }).sort(comparePaintOrder);
    for (const mark of marks) {
      const bounds = nodeBounds(mark, { board, inks: reel.inks });
      const nodes = found.nodesIn(page, grow(bounds, EDGE_PX / scale), NOTHING, scale, 'print');
      const at = nodes.findIndex((node) => node.id === mark.id);
      const node = nodes[at];
      if (!node) continue;
      if (nodes.slice(at + 1).every((above) => known.has(above.id))) added.push(node); else parts.push(bounds);
    }
    return { added, parts };
  };
  /** How the picture of a moment differs from another, where the index stands; null when nothing but painting all will do. */
  const differ = (from: Shown, to: Shown, size: Size): Difference | null => {
    const ids = reel.differing(from.place, to.place);
    if (!index || !ids || from.page !== to.page || from.board.pages[from.page]?.size !== size) return null;
    const isNew = (id: MarkId): boolean => markOf(from.board, id) === undefined && markOf(to.board, id) !== undefined;
    const fresh = [...ids].filter(isNew);
    const moved = moveIndex(to, [...ids].filter((id) => !isNew(id)), fresh);
    if (moved.rest === 'all' || moved.fresh === 'all') return null;
    // A connector that hangs on a new mark has gone there with it: what is new is then no longer all that differs.
    const isAlone = moved.fresh.length === fresh.length;
    const changed = [...moved.rest, ...(isAlone ? [] : moved.fresh)].filter(({ page }) => page === to.page).map(({ box }) => box);
    if (changed.length > MOST_PARTS) return null;
    const { added, parts } = isAlone ? onTop(index, to, fresh, size) : { added: [], parts: [] };
    return changed.length + parts.length > MOST_PARTS ? null : { added, parts: [...changed, ...parts] };
  };
  /** Brings the canvas to a moment from one that it shows. Returns whether anything changed, null when all has to be painted. */
  const goOn = (from: Shown, to: Shown, size: Size): boolean | null => {
    const difference = differ(from, to, size);
    if (!difference || !index) return null;
    if (difference.added.length > 0) onPage(context, sightOf(size, canvas.width, canvas.height), () => paintScene(difference.added, surface));
    for (const part of difference.parts) repaint(index, to.page, size, part);
    return difference.added.length + difference.parts.length > 0;
  };
  /** Lays a kept picture down and goes on from there. Returns whether that led to the moment. */
  const goBack = (near: KeptPicture, to: Shown, size: Size): boolean => {
    const from: Shown = { place: near.place, page: near.page, board: reel.boardAt(near.place) };
    indexFor(from);
    context.drawImage(near.picture, 0, 0);
    return goOn(from, to, size) !== null;
  };

  const paint = (to: Shown): boolean => {
    const size = to.board.pages[to.page]?.size;
    const before = shown;
    if (before && size) {
      const near = kept?.before(to.place.done, to.page, canvas) ?? null;
      const isNearer = near === null || Math.abs(before.place.done - to.place.done) <= to.place.done - near.place.done;
      const changed = isNearer && indexAt === before ? goOn(before, to, size) : null;
      if (changed !== null) return changed;
      if (near && goBack(near, to, size)) return true;
    }
    repaintAll(indexFor(to), to.page, size);
    return true;
  };

  return {
    show(place, page) {
      if (shown && shown.page === page && shown.place.done === place.done && shown.place.share === place.share) return false;
      const to: Shown = { place, page, board: reel.boardAt(place) };
      const changed = paint(to);
      shown = to;
      if (place.share === 0) kept?.keep(place, page, canvas);
      return changed;
    },
  };
}
