import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TableId } from '../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../shared/board/board.ts';
import type { Joining } from '../../../shared/contract/door.ts';
import { plainCode, seatBook, type SeatBook } from './seats.ts';

/** Who votes: a seat or a device at a table. `voter` is what the round ledger turns into a slot. */
export type Voter = { readonly voter: string; readonly pass: string; readonly table: TableId };

/** Why a pass does not let in: nobody's, or one of the other way of joining, so that nobody has two. */
export type PassRefusal = 'unknown' | 'joiningChanged';

/** `random.table.seal`: 96 bits of chance, the table's id, 128 bits that only this board's secret gives. */
const OPEN_PASS = /^([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})$/;

/**
 * The passes of a board's phones. The laptop remembers none: the code of a seat and the seal of an open pass both
 * follow from the board's secret, so that they hold after a restart and on another address.
 */
export class Passes {
  readonly #key: Buffer;
  readonly #joining: Joining;
  readonly #board: () => Board;
  #book: { readonly of: Board['tables']; readonly seats: SeatBook } | null = null;

  constructor(key: Buffer, joining: Joining, board: () => Board) {
    this.#key = key;
    this.#joining = joining;
    this.#board = board;
  }

  /** The codes of all seats, for the tables as they are now. */
  seats(): SeatBook {
    const board = this.#board();
    if (this.#book?.of !== board.tables) this.#book = { of: board.tables, seats: seatBook(this.#key, tablesOf(board)) };
    return this.#book.seats;
  }

  /** Whose pass it is. A code may be given as it was typed. */
  voterOf(pass: string): Voter | PassRefusal {
    const open = this.#openVoter(pass);
    const seat = open ? null : this.#seatVoter(pass);
    if (open) return this.#joining === 'open' ? open : 'joiningChanged';
    if (seat) return this.#joining === 'codes' ? seat : 'joiningChanged';
    return 'unknown';
  }

  /** A new pass for a device at a table. */
  openPass(table: TableId): Voter {
    const chance = randomBytes(12).toString('base64url');
    const pass = `${chance}.${table}.${this.#seal(chance, table)}`;
    return { voter: `open:${pass}`, pass, table };
  }

  #seatVoter(typed: string): Voter | null {
    const pass = plainCode(typed);
    const table = this.seats().tableOf.get(pass);
    return table === undefined ? null : { voter: `seat:${pass}`, pass, table };
  }

  #openVoter(pass: string): Voter | null {
    const [, chance, name, seal] = OPEN_PASS.exec(pass) ?? [];
    if (chance === undefined || name === undefined || seal === undefined) return null;
    const table = name as TableId;
    if (!Object.hasOwn(this.#board().tables, table) || !timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(chance, table)))) return null;
    return { voter: `open:${pass}`, pass, table };
  }

  #seal(chance: string, table: TableId): string {
    return createHmac('sha256', this.#key).update(`open|${chance}|${table}`).digest().subarray(0, 16).toString('base64url');
  }
}
