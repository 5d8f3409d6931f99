import { join } from 'node:path';
import { tablesOf, type Board } from '../../shared/board/board.ts';
import type { TableSeats } from '../../shared/contract/door.ts';
import { seatKey } from '../../electron/services/door/seatKey.ts';
import { seatBook } from '../../electron/services/door/seats.ts';

/** The codes of a board's seats as they are printed, from the secret in a data folder: no call tells them. */
export async function seatCodes(dataFolder: string, board: Board): Promise<readonly TableSeats[]> {
  return seatBook(await seatKey(join(dataFolder, 'boards', board.id, 'seats.key')), tablesOf(board)).tables;
}
