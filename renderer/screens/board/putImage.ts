import type { MarkId } from '../../../shared/base/ids.ts';
import { PAGE_SIZE } from '../../../shared/board/board.ts';
import type { ImageMark } from '../../../shared/board/marks.ts';
import type { Size } from '../../../shared/geometry/box.ts';
import { base64Of } from '../../host/fileBytes.ts';
import type { DeskSession } from './deskSession.ts';

/** Where a picture comes to lie, and how. */
export type ImagePlace = Pick<ImageMark, 'layer' | 'matrix' | 'w' | 'h' | 'opacity'>;

/**
 * Puts a picture from a file on the page in view.
 * @param placeOf its place from its own size in px and that of the page in board units
 * @param removes marks whose place it takes
 * @returns the mark, or null when the file is no picture or is refused; the user is told
 */
export async function putImage(desk: DeskSession, file: File, placeOf: (pixels: Size, page: Size) => ImagePlace, removes: readonly MarkId[] = []): Promise<ImageMark | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const pixels = { w: bitmap.width, h: bitmap.height };
    bitmap.close();
    const put = await desk.host.call('assets.put', { board: desk.store.id, mime: file.type, base64: await base64Of(file) });
    if (!put.ok) {
      desk.notices.tell(put.trouble);
      return null;
    }
    const page = desk.store.get().board.pages[desk.context.page()]?.size ?? PAGE_SIZE;
    const mark: ImageMark = {
      kind: 'image', id: desk.context.newMarkId(), page: desk.context.page(), order: desk.context.topOrder(), locked: false,
      asset: put.value.asset, alt: '', ...placeOf(pixels, page),
    };
    return desk.store.do({ type: 'marks.put', what: 'image', marks: [mark], removes }) ? mark : null;
  } catch {
    desk.notices.tell({ code: 'image.unreadable', detail: file.name });
    return null;
  }
}
