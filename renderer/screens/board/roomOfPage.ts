import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { RoomOf } from '../../../shared/harvest/catchWord.ts';
import { pageRoom, roomWithout } from '../../../shared/harvest/pageRoom.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import type { DeskSession } from './deskSession.ts';

/** How full a page is now, for placing words; `without` leaves a mark out that is about to be placed anew. */
export function roomOfPage({ store }: DeskSession, without?: MarkId): RoomOf {
  return (page: PageId) => {
    const view = store.get();
    const room = pageRoom(view.board, view.inks, page, (mark) => markBox(mark, view));
    return room && without !== undefined ? roomWithout(room, [without]) : room;
  };
}

/** The same for a board that is being thought out, with the ink of the one that is there. */
export function roomOnBoard({ store }: DeskSession, board: Board): RoomOf {
  const { inks } = store.get();
  return (page: PageId) => pageRoom(board, inks, page, (mark) => markBox(mark, { board, inks }));
}
