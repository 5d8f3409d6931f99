import type { MarkId } from '../../../shared/base/ids.ts';
import type { Round } from '../../../shared/board/round.ts';
import { base64Of } from '../../host/fileBytes.ts';
import { drawingRequest } from '../MarkPicture.tsx';
import type { DeskSession } from './deskSession.ts';

/** In fine pixels. The chosen one stands 272 px wide on a phone, whose screen has two or three for each. */
const WIDTH_PX = 480;
/** A drawing that is much higher than wide is made no higher than this. */
const MOST_HEIGHT_PX = 640;

/** The drawing of a candidate as PNG in base64, painted by the painter of the board; null when it has none. */
async function pictureOf({ store, canvas }: DeskSession, candidate: MarkId): Promise<string | null> {
  const wide = drawingRequest(store.get(), candidate, WIDTH_PX);
  if (!wide) return null;
  const narrower = Math.max(1, Math.round((WIDTH_PX * MOST_HEIGHT_PX) / wide.heightPx));
  const request = wide.heightPx <= MOST_HEIGHT_PX ? wide : { ...wide, widthPx: narrower, heightPx: MOST_HEIGHT_PX };
  const bitmap = await canvas.picture(request);
  const picture = new OffscreenCanvas(bitmap.width, bitmap.height);
  picture.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return base64Of(await picture.convertToBlob({ type: 'image/png' }));
}

/** Gives the services the drawings of a round's candidates, for the phones: they keep them in memory only. */
export async function givePictures(desk: DeskSession, round: Round): Promise<void> {
  const pictures: Record<MarkId, string> = {};
  for (const { id } of round.candidates) {
    const picture = await pictureOf(desk, id);
    if (picture !== null) pictures[id] = picture;
  }
  // The round may be closed by now; phones do without.
  await desk.host.call('rounds.pictures', { board: desk.store.id, round: round.id, pictures });
}
