import type { AssetId, InkId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { comparePaintOrder, marksOf } from '../../shared/board/buckets.ts';
import { showsLayer, type Viewer } from '../../shared/board/viewer.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { overlaps, type Box } from '../../shared/geometry/box.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk, type InkText } from '../../shared/ink/inkCodec.ts';
import { markNode, nodeBounds } from '../../shared/scene/markNode.ts';
import { thinStroke } from '../../shared/scene/thinStroke.ts';
import { levelScale, tileBox, tileKey, type TileAddress } from './messages.ts';
import { openTile, type OpenTile } from './tilePainter.ts';

/** A step takes about this long, so that a newer wish is heard soon, ms. */
const STEP_MS = 40;
/** How long after the first picture of an unfinished tile the next ones follow, ms. */
const AGAIN_MS = 250;

type Draft = { readonly address: TileAddress; readonly box: Box; readonly tile: OpenTile };
type Taken = { readonly mark: Mark; readonly bounds: Box };

/**
 * Opens a board while it is being looked at. Marks are taken in painting order, a few at a time: their ink is unpacked and they
 * are laid on the tiles in view, so that the oldest part of a full board is there at once and the rest comes over it.
 */
export type FirstPainting = {
  /** Which tiles are in view now. */
  readonly want: (tiles: readonly TileAddress[]) => void;
  /** Takes the next few marks. Returns whether all are taken now. */
  readonly step: () => boolean;
  /** Copies of the unfinished tiles, when it is time to show them again; otherwise none. */
  readonly glimpses: () => readonly { readonly address: TileAddress; readonly bitmap: ImageBitmap }[];
  /** A tile on which everything has been laid, if it is one of those in view; it is given away. */
  readonly finished: (address: TileAddress) => ImageBitmap | null;
};

export type FirstPaintingDeps = {
  readonly board: Board;
  readonly viewer: Viewer;
  readonly texts: NewInks;
  /** Takes the unpacked ink. */
  readonly inks: Map<InkId, Ink>;
  readonly images: ReadonlyMap<AssetId, ImageBitmap>;
};

/** Unpacks the ink of a stroke; a stroke whose ink is damaged is not painted, and hinders no other. */
function unpack(text: InkText): Ink | null {
  try {
    return decodeInk(text);
  } catch (error) {
    console.error('tile worker', error);
    return null;
  }
}

/** Starts on a board. */
export function createFirstPainting({ board, viewer, texts, inks, images }: FirstPaintingDeps): FirstPainting {
  const context = { board, inks };
  const waiting = [...marksOf(board)].sort(comparePaintOrder);
  const taken: Taken[] = [];
  const drafts = new Map<string, Draft>();
  let shownAtMs = -Infinity;

  const lay = ({ mark, bounds }: Taken, { address, box, tile }: Draft): void => {
    if (mark.page !== address.page || !overlaps(bounds, box) || !showsLayer(board, mark.layer, viewer)) return;
    const pxPerUnit = levelScale(address.level);
    tile.paint((mark.kind === 'stroke' ? thinStroke(mark, context, pxPerUnit) : null) ?? markNode(mark, context));
  };
  const take = (mark: Mark): void => {
    const text = mark.kind === 'stroke' && !inks.has(mark.ink) ? texts[mark.ink] : undefined;
    const ink = text === undefined ? null : unpack(text);
    if (ink && mark.kind === 'stroke') inks.set(mark.ink, ink);
    const entry = { mark, bounds: nodeBounds(mark, context) };
    taken.push(entry);
    for (const draft of drafts.values()) lay(entry, draft);
  };

  return {
    want(tiles) {
      const names = new Set(tiles.map(tileKey));
      for (const name of drafts.keys()) if (!names.has(name)) drafts.delete(name);
      for (const address of tiles) {
        if (drafts.has(tileKey(address))) continue;
        const box = tileBox(address);
        const draft: Draft = { address, box, tile: openTile(box, images) };
        for (const entry of taken) lay(entry, draft);
        drafts.set(tileKey(address), draft);
      }
    },
    step() {
      const startMs = performance.now();
      while (taken.length < waiting.length && performance.now() - startMs < STEP_MS) take(waiting[taken.length] as Mark);
      return taken.length === waiting.length;
    },
    glimpses() {
      const nowMs = performance.now();
      if (drafts.size === 0 || nowMs - shownAtMs < AGAIN_MS) return [];
      shownAtMs = nowMs;
      return [...drafts.values()].map(({ address, tile }) => ({ address, bitmap: tile.copy() }));
    },
    finished(address) {
      const draft = drafts.get(tileKey(address));
      drafts.delete(tileKey(address));
      return draft ? draft.tile.give() : null;
    },
  };
}
