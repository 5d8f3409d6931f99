import type { MarkId, PageId, TableId } from '../base/ids.ts';
import { applyCommand } from '../board/applyCommand.ts';
import type { Board } from '../board/board.ts';
import { markOf } from '../board/buckets.ts';
import type { Command } from '../board/commands.ts';
import type { MeasureEm } from '../board/lettering.ts';
import type { CardRole, Mark } from '../board/marks.ts';
import { planCatch, type RoomOf } from './catchWord.ts';

/** A word among several; `newId` and `order` are for the card that it becomes if the board does not have it. */
export type CaughtWord = { readonly text: string; readonly role: CardRole; readonly table: TableId | null; readonly newId: MarkId; readonly order: string };

/** Several words that are caught at one moment, and what chance, clock and fonts add to them. */
export type CatchAll = {
  readonly board: Board;
  readonly page: PageId;
  readonly words: readonly CaughtWord[];
  readonly atMs: number;
  readonly measure: MeasureEm;
  /** How full the pages of a board are: each word finds the room that those before it have left. */
  readonly roomOn: (board: Board) => RoomOf;
};

/**
 * What catching several words one after the other does, as one command and so as one step to take back.
 * @returns the command, null when nothing came of any word; and the places in `words` of those that are on the board then
 */
export function planCatchAll({ board, page, words, atMs, measure, roomOn }: CatchAll): { readonly command: Command | null; readonly caught: readonly number[] } {
  let now = board;
  const touched = new Set<MarkId>();
  const caught: number[] = [];
  words.forEach((word, i) => {
    const command = planCatch({ ...word, board: now, page, atMs, measure, roomOf: roomOn(now) });
    if (!command) return;
    now = applyCommand(now, command, () => true).board;
    if (command.type === 'marks.put') for (const { id } of command.marks) touched.add(id);
    if (command.type === 'card.mention') touched.add(command.id);
    caught.push(i);
  });
  const marks = [...touched].map((id) => markOf(now, id)).filter((mark): mark is Mark => mark !== undefined);
  return { command: marks.length === 0 ? null : { type: 'marks.put', what: 'catch', marks }, caught };
}
