import type { AssetId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Box, Size } from '../../shared/geometry/box.ts';
import { unionOf } from '../../shared/geometry/box.ts';
import { paintInto } from './tilePainter.ts';
import type { Damage, PictureRequest } from './messages.ts';
import { shrunk } from './shrunk.ts';
import type { SceneIndex } from './sceneIndex.ts';

/** As wide as the start screen shows a board, device px; the pictures in the rail are smaller. */
const WIDTH_PX = 960;
/** More damaged parts than this are painted as one. */
const MOST_PARTS = 24;

const NOTHING: ReadonlySet<MarkId> = new Set();

type Kept = { readonly canvas: OffscreenCanvas; readonly context: OffscreenCanvasRenderingContext2D; readonly size: Size; damage: readonly Box[] };

/**
 * Small pictures of whole pages, kept up mark by mark: the rail shows one after every stroke, and painting a full
 * page for it would cost more than the stroke.
 */
export type Miniatures = {
  readonly damaged: (parts: readonly Damage[] | 'all') => void;
  /** The picture that is asked for, or null when it is not a small one of a whole page on the board's paper. */
  readonly picture: (request: PictureRequest, index: SceneIndex, images: ReadonlyMap<AssetId, ImageBitmap>) => ImageBitmap | null;
};

/** No miniature is painted before it is asked for. */
export function createMiniatures(): Miniatures {
  const kept = new Map<PageId, Kept>();

  const miniatureOf = (page: PageId, size: Size): Kept | null => {
    const before = kept.get(page);
    if (before && before.size.w === size.w && before.size.h === size.h) return before;
    const canvas = new OffscreenCanvas(WIDTH_PX, Math.max(1, Math.round((WIDTH_PX * size.h) / size.w)));
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return null;
    const made: Kept = { canvas, context, size, damage: [{ x: 0, y: 0, ...size }] };
    kept.set(page, made);
    return made;
  };

  return {
    damaged(parts) {
      if (parts === 'all') return kept.clear();
      for (const [page, miniature] of kept) miniature.damage = [...miniature.damage, ...parts.filter((part) => part.page === page).map(({ box }) => box)];
    },
    picture({ page, box, widthPx, heightPx, only, paper, viewer = 'print' }, index, images) {
      const size = index.board.pages[page]?.size;
      if (!size || only !== null || viewer !== 'print' || paper !== 'board' || widthPx > WIDTH_PX || box.x !== 0 || box.y !== 0 || box.w !== size.w || box.h !== size.h) return null;
      const miniature = miniatureOf(page, size);
      if (!miniature) return null;
      const { canvas, context, damage } = miniature;
      miniature.damage = [];
      const whole = unionOf(damage);
      for (const part of damage.length > MOST_PARTS && whole ? [whole] : damage) {
        paintInto(context, (shown) => index.nodesIn(page, shown, NOTHING, WIDTH_PX / size.w, 'print'), part, size, images);
      }
      return shrunk(canvas, widthPx, heightPx);
    },
  };
}
