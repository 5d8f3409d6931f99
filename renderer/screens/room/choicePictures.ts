import type { MarkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { grow, type Box } from '../../../shared/geometry/box.ts';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';
import type { BoardStore, BoardView } from '../../state/boardStore.ts';
import { selectionBox } from '../../tools/selectTool.ts';

/** Space around a drawing, board units. */
const AIR_UNITS = 6;

/** The marks that are the drawing of a card, in the order in which they were made; none when it is only a word. */
export function drawingOf(board: Board, card: MarkId): readonly Mark[] {
  const found = markOf(board, card);
  if (found?.kind !== 'card') return [];
  return found.picture.flatMap((id) => markOf(board, id) ?? []).sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/** The part of the page that shows the drawing of a card. */
export function drawingBox(view: BoardView, card: MarkId): Box | null {
  const marks = drawingOf(view.board, card);
  const box = marks.length > 0 ? selectionBox(marks.map(({ id }) => id), view) : null;
  return box ? grow(box, AIR_UNITS) : null;
}

/** Pictures of the candidates' drawings, asked for once at the size that is needed. */
export type ChoicePictures = {
  /** The picture as far as it is there; `inPx` is the box that it has to fill, device pixels. */
  readonly get: (card: MarkId, inPx: { readonly w: number; readonly h: number }) => ImageBitmap | null;
  readonly close: () => void;
};

type Kept = { widthPx: number; bitmap: ImageBitmap | null; marks: readonly Mark[] };

/** @param came called when a picture has come */
export function createChoicePictures(store: BoardStore, painter: Pick<BoardCanvas, 'picture'>, came: () => void): ChoicePictures {
  const kept = new Map<MarkId, Kept>();
  let isClosed = false;
  const ask = (card: MarkId, widthPx: number, shown: Box, marks: readonly Mark[]): void => {
    const entry: Kept = { widthPx, marks, bitmap: kept.get(card)?.bitmap ?? null };
    kept.set(card, entry);
    void painter.picture({ page: (marks[0] as Mark).page, box: shown, widthPx, heightPx: Math.max(1, Math.round((widthPx * shown.h) / shown.w)), only: marks.map(({ id }) => id), paper: 'none' }).then((bitmap) => {
      if (isClosed || kept.get(card) !== entry) { bitmap.close(); return; }
      entry.bitmap?.close();
      entry.bitmap = bitmap;
      came();
    });
  };
  return {
    get(card, { w, h }) {
      const view = store.get();
      const marks = drawingOf(view.board, card);
      const shown = marks.length === 0 ? null : drawingBox(view, card);
      if (!shown) return null;
      const widthPx = Math.max(8, Math.round(Math.min(w, (h * shown.w) / shown.h)));
      const known = kept.get(card);
      const isSame = known !== undefined && known.marks.length === marks.length && known.marks.every((mark, i) => mark === marks[i]);
      if (!known || !isSame || widthPx > known.widthPx * 1.02) ask(card, widthPx, shown, marks);
      return kept.get(card)?.bitmap ?? null;
    },
    close() {
      isClosed = true;
      for (const { bitmap } of kept.values()) bitmap?.close();
      kept.clear();
    },
  };
}
