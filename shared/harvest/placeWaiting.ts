import type { MarkId, PageId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { Command } from '../board/commands.ts';
import type { CardMark } from '../board/marks.ts';
import type { Point } from '../geometry/box.ts';
import type { RoomOf } from './catchWord.ts';
import { movedTo, settled } from './fitCard.ts';
import { roomWith, type PageRoom } from './pageRoom.ts';

/** The cards that wait for a place: what was heard most first, then what came first. */
export function waitingCards(board: Board, page?: PageId): readonly CardMark[] {
  const waiting = marksOfKind(board, 'card').filter((card) => !card.placed && (page === undefined || card.page === page));
  const first = (card: CardMark): number => card.mentions[0]?.atMs ?? 0;
  return waiting.sort((a, b) => b.mentions.length - a.mentions.length || first(a) - first(b) || (a.id < b.id ? -1 : 1));
}

/**
 * Gives waiting cards a place now that there is room, as many as fit, in one gesture.
 * @param ids which of them; left out, all that wait
 * @returns null when none of them fits
 */
export function planPlaceWaiting(board: Board, roomOf: RoomOf, ids?: readonly MarkId[]): Command | null {
  const rooms = new Map<PageId, PageRoom | null>();
  const marks: CardMark[] = [];
  for (const card of waitingCards(board)) {
    if (ids && !ids.includes(card.id)) continue;
    if (!rooms.has(card.page)) rooms.set(card.page, roomOf(card.page));
    const room = rooms.get(card.page);
    if (!room) continue;
    const placed = settled(card, room, board.tables);
    if (!placed.placed) continue;
    marks.push(placed);
    rooms.set(card.page, roomWith(room, [placed], board.tables));
  }
  return marks.length === 0 ? null : { type: 'marks.put', what: 'place', marks };
}

/** Puts a waiting card where a hand drags it, on any page; the hand may cover what it likes. `at` is its top left. */
export function planPlaceByHand(board: Board, card: CardMark, page: PageId, at: Point): Command {
  return { type: 'marks.put', what: 'place', marks: [{ ...movedTo({ ...card, page }, at, board.tables), placed: true }] };
}
