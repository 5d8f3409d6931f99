import { asId, type InkId, type MarkId, type PageId, type TableId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Board } from '../../../shared/board/board.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { CardMark, CardRole, Mark } from '../../../shared/board/marks.ts';
import { overlaps, type Box } from '../../../shared/geometry/box.ts';
import { boundsOfCard } from '../../../shared/harvest/cardLayout.ts';
import { planCatch, type RoomOf } from '../../../shared/harvest/catchWord.ts';
import { pageRoom } from '../../../shared/harvest/pageRoom.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { kiel } from '../../../shared/templates/kiel.ts';
import { measureEm } from '../../support/measureEm.ts';

/** The plenary harvest page of the Kiel template. */
export const HARVEST = asId<PageId>('p3');
const inks = new Map<InkId, never>();

/** A new Kiel board; ids count up. */
export function kielBoard(): Board {
  let made = 0;
  return kiel.build({ seed: { id: asId('b1'), title: 'Droomwijk Kiel', locale: 'nl', createdMs: 0 }, measure: measureEm, newId: () => asId<MarkId>(`m${made++}`) }).board;
}

/** The upright box of a mark, as the painter knows it. */
export const boundsOn = (board: Board) => (mark: Mark): Box => markBox(mark, { board, inks });
export const roomOn = (board: Board): RoomOf => (page) => pageRoom(board, inks, page, boundsOn(board));
export const tableId = (table: number): TableId | null => (table === 0 ? null : asId<TableId>(`t${table}`));

/** The board after a command; without one it stays as it is. */
export const after = (board: Board, command: Command | null): Board => (command ? applyCommand(board, command, () => true).board : board);

/** Somebody names a word; `turn` makes id, order and time. Table 0 is the plenary. */
export function name(board: Board, text: string, role: CardRole, table: number, turn: number, page = HARVEST, apart = false): Board {
  return after(board, planCatch({
    board, page, text, role, table: tableId(table), atMs: turn, newId: asId<MarkId>(`w${turn}`), order: `b${String(turn).padStart(5, '0')}1`, measure: measureEm, roomOf: roomOn(board), apart,
  }));
}

/** The cards of a board in the order in which they came. */
export function cardsOf(board: Board): readonly CardMark[] {
  const cards: CardMark[] = [];
  for (const mark of marksOf(board)) if (mark.kind === 'card') cards.push(mark);
  return cards.sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** The card of a word. */
export function cardOf(board: Board, text: string): CardMark {
  const card = cardsOf(board).find((one) => one.text === text);
  if (!card) throw new Error(`No card ${text}`);
  return card;
}

/** Every pair of a placed card and something else on its page that lie over each other, by id. */
export function coverings(board: Board): readonly string[] {
  const found: string[] = [];
  for (const card of cardsOf(board)) {
    if (!card.placed) continue;
    const box = boundsOfCard(card, board.tables);
    for (const other of roomOn(board)(card.page)?.taken ?? []) {
      if (other.id !== card.id && overlaps(box, other.box)) found.push(`${card.text} over ${other.id}`);
    }
  }
  return found;
}
