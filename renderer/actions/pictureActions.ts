import { markOf } from '../../shared/board/buckets.ts';
import { grow, unionOf } from '../../shared/geometry/box.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import type { PictureRequest } from '../tiles/messages.ts';
import { withPictures } from '../tools/selectTool.ts';
import { always, onceEach, type Action } from './action.ts';

/** Air around a drawing that is copied, board units. */
const AIR_UNITS = 8;
/** Sharp on a slide; a page is then 2400 pixels wide. */
const PX_PER_UNIT = 2;
const MOST_PX = 4000;

/** What is copied: the marks that are picked with nothing behind them, else the page in view on white paper. */
export function pictureToCopy(desk: DeskSession): PictureRequest | null {
  const view = desk.store.get();
  const { page, selection } = desk.desk.getState();
  const only = selection.length > 0 ? withPictures(selection, view) : null;
  const size = view.board.pages[page]?.size;
  const around = only ? unionOf(only.flatMap((id) => { const mark = markOf(view.board, id); return mark ? [markBox(mark, view)] : []; })) : size && { x: 0, y: 0, ...size };
  if (!around) return null;
  const box = only ? grow(around, AIR_UNITS) : around;
  const scale = Math.min(PX_PER_UNIT, MOST_PX / Math.max(box.w, box.h));
  return { page, box, only, paper: only ? 'none' : 'print', widthPx: Math.max(1, Math.round(box.w * scale)), heightPx: Math.max(1, Math.round(box.h * scale)) };
}

async function pngOf(desk: DeskSession, request: PictureRequest): Promise<Blob> {
  const bitmap = await desk.canvas.picture(request);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

function copyPicture(desk: DeskSession): void {
  const request = pictureToCopy(desk);
  if (!request) return;
  // The clipboard is asked at once, while the key still counts as the user's wish; the picture may come later.
  navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(desk, request) })]).catch((error: unknown) => {
    desk.notices.tell({ code: 'export.failed', detail: error instanceof Error ? error.message : String(error) });
  });
}

/** What takes the drawing along as a picture. */
export const pictureActions: readonly Action[] = onceEach([
  { id: 'picture.copy', label: 'actions.picture.copy', shortcuts: [{ key: 'c', mod: true, shift: true }], enabled: always, run: copyPicture },
]);
