import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { winnerOf } from '../../shared/voting/ranking.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { putImage } from '../screens/board/putImage.ts';
import { drawingBox } from '../screens/room/choicePictures.ts';
import { setLayer, TRACING_OPACITY } from './layerActions.ts';

/** The guide is half as wide or high as the sheet at most: a hero is drawn at that size. */
const SHEET_SHARE = 0.5;
/** Fine enough for a hand to follow when the sheet is brought near, px. */
const GUIDE_PX = 1400;

/** The card that won the last revealed round, by votes or by lots, when it has a drawing; else null. */
export function guideOf({ store }: Pick<DeskSession, 'store'>): MarkId | null {
  const view = store.get();
  const revealed = Object.values(view.board.rounds).filter(({ state }) => state === 'revealed').sort((a, b) => a.openedMs - b.openedMs);
  const last = revealed[revealed.length - 1];
  const winner = last ? (last.lots?.drawn ?? winnerOf(last)?.id) : undefined;
  return winner !== undefined && drawingBox(view, winner) ? winner : null;
}

/** Lays the winner's drawing large and pale in the middle of the page, to be drawn anew over it; only the desk sees it. */
export function layGuide(desk: DeskSession): void {
  const winner = guideOf(desk);
  if (winner !== null) void lay(desk, winner);
}

async function lay(desk: DeskSession, winner: MarkId): Promise<void> {
  const view = desk.store.get();
  const card = markOf(view.board, winner);
  const box = drawingBox(view, winner);
  if (card?.kind !== 'card' || !box) return;
  const widthPx = Math.round(GUIDE_PX * Math.min(1, box.w / box.h)), heightPx = Math.max(1, Math.round((widthPx * box.h) / box.w));
  const bitmap = await desk.canvas.picture({ page: card.page, box, widthPx, heightPx, only: card.picture, paper: 'none' });
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const file = new File([await canvas.convertToBlob({ type: 'image/png' })], `${card.text}.png`, { type: 'image/png' });
  const put = await putImage(desk, file, (_pixels, page) => {
    const scale = Math.min((page.w * SHEET_SHARE) / box.w, (page.h * SHEET_SHARE) / box.h);
    const w = box.w * scale, h = box.h * scale;
    return { layer: 'tracing', opacity: TRACING_OPACITY, w, h, matrix: translation((page.w - w) / 2, (page.h - h) / 2) };
  });
  if (put && !view.board.layers.tracing.visible) setLayer(desk, 'tracing', { visible: true });
}
