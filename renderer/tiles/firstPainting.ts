import type { AssetId, InkId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { comparePaintOrder, marksOf } from '../../shared/board/buckets.ts';
import { showsLayer, type Viewer } from '../../shared/board/viewer.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { overlaps, type Box } from '../../shared/geometry/box.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { markNode, nodeBounds } from '../../shared/scene/markNode.ts';
import { thinStroke } from '../../shared/scene/thinStroke.ts';
import { levelScale, tileKey, type TileAddress } from './messages.ts';
import { openTile, type OpenTile } from './tilePainter.ts';
import { sightOnBoard } from './tileSight.ts';
import { unpackInk } from './unpackInk.ts';

/** A step takes about this long, so that a newer wish is heard soon, ms. */
const STEP_MS = 24;
/** How long after a picture of an unfinished tile its next one follows, ms. */
const AGAIN_MS = 250;
/** So many marks are taken before the tiles get them. */
const TAKEN_AT_ONCE = 50;

/** A tile in the making; `laid` is how many of the marks that were taken it has been given. */
type Draft = { readonly address: TileAddress; readonly box: Box; readonly tile: OpenTile; laid: number; shown: number; shownAtMs: number };
/** The picture of a tile. */
type Picture = { readonly address: TileAddress; readonly coming: Promise<ImageBitmap> };
type Taken = { readonly mark: Mark; readonly bounds: Box };

/**
 * Opens a board while it is being looked at. Marks are taken in painting order, a few at a time: their ink is unpacked and they
 * are laid on the tiles in view, so that the oldest part of a full board is there at once and the rest comes over it.
 */
export type FirstPainting = {
  /** Which tiles are in view now. */
  readonly want: (tiles: readonly TileAddress[]) => void;
  /**
   * Takes the next few marks; once all are taken, a step ends with the first tile that has everything, so that it is shown
   * while the others are made. Returns whether all is done.
   */
  readonly step: () => boolean;
  readonly isTaken: () => boolean;
  /** A copy of an unfinished tile that has something new on it, when it is time to show it; null otherwise. */
  readonly glimpse: () => Picture | null;
  /** One of the tiles in view that have everything, which is given away; null while there is none. */
  readonly finished: () => Picture | null;
  /** Lets go of everything. */
  readonly close: () => void;
};

export type FirstPaintingDeps = {
  readonly board: Board;
  readonly viewer: Viewer;
  readonly texts: NewInks;
  /** Takes the unpacked ink. */
  readonly inks: Map<InkId, Ink>;
  readonly images: ReadonlyMap<AssetId, ImageBitmap>;
};

/** Starts on a board. */
export function createFirstPainting({ board, viewer, texts, inks, images }: FirstPaintingDeps): FirstPainting {
  const context = { board, inks };
  const waiting = [...marksOf(board)].sort(comparePaintOrder);
  const taken: Taken[] = [];
  const drafts = new Map<string, Draft>();

  const isTaken = (): boolean => taken.length === waiting.length;
  const isReady = ({ laid }: Draft): boolean => isTaken() && laid === taken.length;
  const lay = (draft: Draft): void => {
    const { mark, bounds } = taken[draft.laid++] as Taken;
    const { address, box, tile } = draft;
    if (mark.page !== address.page || !overlaps(bounds, box) || !showsLayer(board, mark.layer, viewer)) return;
    const pxPerUnit = levelScale(address.level);
    tile.paint((mark.kind === 'stroke' ? thinStroke(mark, context, pxPerUnit) : null) ?? markNode(mark, context));
  };
  const take = (mark: Mark): void => {
    const text = mark.kind === 'stroke' && !inks.has(mark.ink) ? texts[mark.ink] : undefined;
    const ink = text === undefined ? null : unpackInk(text);
    if (ink && mark.kind === 'stroke') inks.set(mark.ink, ink);
    taken.push({ mark, bounds: nodeBounds(mark, context) });
  };
  /** Brings the tiles in view up to what is taken, one after another. Returns whether all are. */
  const catchUp = (untilMs: number): boolean => {
    for (const draft of drafts.values()) {
      if (draft.laid === taken.length) continue;
      while (draft.laid < taken.length) {
        if (performance.now() > untilMs) return false;
        lay(draft);
      }
      if (isTaken()) return false;
    }
    return true;
  };

  return {
    want(tiles) {
      const names = new Set(tiles.map(tileKey));
      for (const [name, { tile }] of drafts) {
        if (names.has(name)) continue;
        drafts.delete(name);
        tile.drop();
      }
      for (const address of tiles) {
        if (drafts.has(tileKey(address))) continue;
        const sight = sightOnBoard(address, board);
        drafts.set(tileKey(address), { address, box: sight.box, tile: openTile(sight, images), laid: 0, shown: 0, shownAtMs: isTaken() ? performance.now() : -Infinity });
      }
    },
    step() {
      const untilMs = performance.now() + STEP_MS;
      while (catchUp(untilMs) && !isTaken() && performance.now() < untilMs) {
        for (let n = 0; n < TAKEN_AT_ONCE && taken.length < waiting.length; n++) take(waiting[taken.length] as Mark);
      }
      return isTaken() && [...drafts.values()].every(isReady);
    },
    isTaken,
    glimpse() {
      const nowMs = performance.now();
      // One at a time: what was laid on a tile is painted only when it is copied.
      const draft = [...drafts.values()].find(({ laid, shown, shownAtMs }) => laid > shown && nowMs - shownAtMs > AGAIN_MS);
      if (!draft) return null;
      draft.shown = draft.laid;
      draft.shownAtMs = nowMs;
      return { address: draft.address, coming: draft.tile.copy() };
    },
    finished() {
      const draft = [...drafts.values()].find(isReady);
      if (!draft) return null;
      drafts.delete(tileKey(draft.address));
      return { address: draft.address, coming: draft.tile.give() };
    },
    close() {
      for (const { tile } of drafts.values()) tile.drop();
      drafts.clear();
    },
  };
}
