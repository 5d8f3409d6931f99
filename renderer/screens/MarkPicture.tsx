import { useEffect, useRef } from 'react';
import type { MarkId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { grow } from '../../shared/geometry/box.ts';
import { selectionBox } from '../tools/selectTool.ts';
import { useBoard } from './useStored.ts';
import type { BoardCanvas } from '../stage/boardCanvas.ts';
import type { BoardStore, BoardView } from '../state/boardStore.ts';
import type { PictureRequest } from '../tiles/messages.ts';

/** Space around a drawing, board units. */
const AIR_UNITS = 6;

export type MarkPictureProps = { readonly store: BoardStore; readonly canvas: Pick<BoardCanvas, 'picture'>; readonly card: MarkId; readonly widthPx?: number };

/** The marks that are the picture of a card; none when it is only a word. */
function drawingOf(board: Board, card: MarkId): readonly MarkId[] {
  const found = markOf(board, card);
  return found?.kind === 'card' ? found.picture.filter((id) => markOf(board, id)) : [];
}

/** Whether somebody drew the card: a card without a drawing is shown by its name alone, and never twice. */
export function hasDrawing(board: Board, card: MarkId): boolean {
  return drawingOf(board, card).length > 0;
}

/** What to ask of the painter for the drawing of a card, without paper; null when it has none. */
export function drawingRequest(view: BoardView, card: MarkId, widthPx: number): PictureRequest | null {
  const found = markOf(view.board, card);
  const only = drawingOf(view.board, card);
  const box = found && only.length > 0 ? selectionBox(only, view) : null;
  if (!found || !box) return null;
  const shown = grow(box, AIR_UNITS);
  return { page: found.page, box: shown, widthPx, heightPx: Math.max(1, Math.round((widthPx * shown.h) / shown.w)), only, paper: 'none' };
}

/** The drawing of a card, painted by the tile worker on its own; nothing at all when it has none. */
export function MarkPicture({ store, canvas: painter, card, widthPx = 320 }: MarkPictureProps) {
  const target = useRef<HTMLCanvasElement>(null);
  const view = useBoard(store);
  const mark = markOf(view.board, card);
  useEffect(() => {
    let gone = false;
    const request = drawingRequest(store.get(), card, widthPx);
    if (!request) return undefined;
    void painter.picture(request).then((bitmap) => {
      const canvas = target.current;
      if (!gone && canvas) {
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      bitmap.close();
    });
    return () => { gone = true; };
  }, [store, painter, card, mark, widthPx]);
  if (!hasDrawing(view.board, card)) return null;
  return <canvas ref={target} aria-hidden="true" style={{ maxWidth: '100%', maxHeight: '100%', objectFit: 'contain', width: '100%', height: '100%' }} />;
}
