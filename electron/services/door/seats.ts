import { createHmac } from 'node:crypto';
import type { TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { TableSeats } from '../../../shared/contract/door.ts';

/** Letters and digits that nobody takes for one another when they are read from a card: no 0 O 1 I L 5 S 8 B Z. */
const SIGNS = 'ACDEFGHJKMNPQRTUVWXY234679';
const CODE_LENGTH = 6;
const CODES = SIGNS.length ** CODE_LENGTH;

/** Codes beyond the heads of a table, for who comes late or loses a card. */
const SPARE = 3;
/**
 * So many seats of a table have a code that counts, however few heads it has: a card that was printed stays good when
 * the heads are corrected. Codes that were never printed are nobody's, and add little to what can be guessed.
 */
const SEATS_THAT_COUNT = 20;

/** A place at a table, with the number that its card has. */
export type Seat = { readonly table: TableId; readonly number: number };

/** The codes of all seats: for printing by table, and back from a code to its seat. */
export type SeatBook = {
  readonly tables: readonly TableSeats[];
  readonly seatOf: ReadonlyMap<string, Seat>;
  /** The code of a seat; null where there is none. */
  readonly codeOf: (seat: Seat) => string | null;
};

/** A code as it was typed, in the form in which it is kept: capitals only, without hyphens, spaces or anything else. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * The codes of all seats in a room. Six signs of 26 give 309 million codes; with fifty seats one guess in six million
 * hits, and wrong ones are counted (`guesses.ts`).
 * @param tables by number
 */
export function seatBook(key: Uint8Array, tables: readonly Table[]): SeatBook {
  const seatOf = new Map<string, Seat>();
  const all = new Map<TableId, readonly string[]>();
  const seats = tables.map(({ id, heads }): TableSeats => {
    const printed = heads + SPARE;
    const codes = Array.from({ length: Math.max(printed, SEATS_THAT_COUNT) }, (_, place) => freeCode(key, { table: id, number: place + 1 }, seatOf));
    all.set(id, codes);
    return { table: id, codes: codes.slice(0, printed) };
  });
  return { tables: seats, seatOf, codeOf: ({ table, number }) => all.get(table)?.[number - 1] ?? null };
}

/** Two seats have the same code once in a hundred thousand rooms: the second of them then takes the next one. */
function freeCode(key: Uint8Array, seat: Seat, taken: Map<string, Seat>): string {
  for (let attempt = 0; ; attempt++) {
    const code = seatCode(key, seat, attempt);
    if (taken.has(code)) continue;
    taken.set(code, seat);
    return code;
  }
}

function seatCode(key: Uint8Array, { table, number }: Seat, attempt: number): string {
  // Counted from nought, as on the cards that are printed already.
  const sum = createHmac('sha256', key).update(`seat|${table}|${number - 1}|${attempt}`).digest();
  // 48 bits over 28: no sign is likelier than another by more than a millionth.
  let rest = sum.readUIntBE(0, 6) % CODES;
  let code = '';
  for (let i = 0; i < CODE_LENGTH; i++, rest = Math.floor(rest / SIGNS.length)) code += SIGNS[rest % SIGNS.length];
  return code;
}
