import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { CardMark } from '../../../shared/board/marks.ts';
import { planPlaceByHand, planPlaceWaiting } from '../../../shared/harvest/placeWaiting.ts';
import type { DeskSession } from './deskSession.ts';
import { roomOfPage } from './roomOfPage.ts';

/** The card of that id, if it is one. */
export const cardOf = (desk: DeskSession, id: MarkId): CardMark | null => {
  const mark = markOf(desk.store.get().board, id);
  return mark?.kind === 'card' ? mark : null;
};

/** Puts a waiting word where there is room, or in the middle of the page when there is none: the hand then moves it. */
export function placeWaiting(desk: DeskSession, id: MarkId): void {
  if (!cardOf(desk, id)) return;
  const { page } = desk.desk.getState();
  desk.store.do(({ board }) => {
    const card = cardOf(desk, id), size = board.pages[page]?.size ?? { w: 0, h: 0 };
    return card && (planPlaceWaiting(board, roomOfPage(desk), [id]) ?? planPlaceByHand(board, card, page, { x: size.w / 2, y: size.h / 2 }));
  });
  desk.desk.setState({ tool: 'select', selection: [id] });
}
