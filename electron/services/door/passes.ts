import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TableId } from '../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../shared/board/board.ts';
import type { Joining } from '../../../shared/contract/door.ts';
import type { SeatClaims } from './seatClaims.ts';
import { plainCode, seatBook, type Seat, type SeatBook } from './seats.ts';

/** Who votes: a seat or a device at a table. `voter` is what the round ledger turns into a slot. */
export type Voter = { readonly voter: string; readonly pass: string; readonly table: TableId };

/** Why a pass does not let in: nobody's, or one of the other way of joining, so that nobody has two. */
export type PassRefusal = 'unknown' | 'joiningChanged';

/** What a pass is made from. */
export type PassParts = {
  /** The board's secret. */
  readonly key: Buffer;
  readonly joining: Joining;
  readonly board: () => Board;
  readonly claims: SeatClaims;
};

/**
 * `seat.table.number.turn.device.seal`: a mark that the device made for itself, how often the seat had been freed, and 128
 * bits that only the board's secret gives.
 */
const SEAT_PASS = /^seat\.([A-Za-z0-9_-]{1,64})\.(\d{1,6})\.(\d{1,6})\.([A-Za-z0-9]{16,40})\.([A-Za-z0-9_-]{22})$/;
/** `open.device.table.seal`. */
const OPEN_PASS = /^open\.([A-Za-z0-9]{16,40})\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})$/;

/**
 * The passes of a board's phones. The code of a seat is exchanged once: whoever reads it afterwards gets nothing for it.
 * Passes follow from the board's secret and from the mark of a device, so that a phone which asks again, since it heard
 * no answer, gets the same one, and hold after a restart and on another address.
 */
export class Passes {
  readonly #parts: PassParts;
  #book: { readonly of: Board['tables']; readonly seats: SeatBook } | null = null;

  constructor(parts: PassParts) {
    this.#parts = parts;
  }

  /** The codes of all seats, for the tables as they are now. */
  seats(): SeatBook {
    const { board, key } = this.#parts;
    const { tables } = board();
    if (this.#book?.of !== tables) this.#book = { of: tables, seats: seatBook(key, tablesOf(board())) };
    return this.#book.seats;
  }

  /** Whose pass it is. */
  voterOf(pass: string): Voter | PassRefusal {
    const { joining } = this.#parts;
    const open = this.#openVoter(pass);
    if (open) return joining === 'open' ? open : 'joiningChanged';
    const seat = this.#seatVoter(pass);
    if (seat) return joining === 'codes' ? seat : 'joiningChanged';
    return 'unknown';
  }

  /** The seat of a code as it was typed. */
  seatWith(typed: string): Seat | PassRefusal {
    const seat = this.seats().seatOf.get(plainCode(typed));
    if (!seat) return 'unknown';
    return this.#parts.joining === 'codes' ? seat : 'joiningChanged';
  }

  /** Gives a seat to a device, for the pass that it shows from now on; null when another device has it. */
  seatFor(seat: Seat, device: string): Voter | null {
    const { claims } = this.#parts;
    const turn = claims.turnOf(seat);
    const pass = `seat.${seat.table}.${seat.number}.${turn}.${device}.${this.#sealOf(seat, turn, device)}`;
    return claims.claim(seat, turn, pass) ? { voter: this.voterAt(seat), pass, table: seat.table } : null;
  }

  /** Who sits at a seat: the same for each device that gets it, so that a seat has one ballot whatever happens. */
  voterAt(seat: Seat): string {
    return `seat:${this.seats().codeOf(seat) ?? ''}`;
  }

  /** The pass of a device at a table, without a code. At whichever table: a device has one ballot. */
  openPass(table: TableId, device: string): Voter {
    const pass = `open.${device}.${table}.${this.#seal(`open|${device}|${table}`)}`;
    return { voter: `open:${device}`, pass, table };
  }

  /** Which seat a pass is for; it need not be good. */
  seatIn(pass: string): Seat | null {
    const [, table, number] = SEAT_PASS.exec(pass) ?? [];
    return table === undefined ? null : { table: table as TableId, number: Number(number) };
  }

  #seatVoter(pass: string): Voter | null {
    const [, , , turn, device, seal] = SEAT_PASS.exec(pass) ?? [];
    const seat = this.seatIn(pass);
    if (!seat || turn === undefined || device === undefined || seal === undefined || this.seats().codeOf(seat) === null) return null;
    if (!sameText(seal, this.#sealOf(seat, Number(turn), device)) || !this.#parts.claims.claim(seat, Number(turn), pass)) return null;
    return { voter: this.voterAt(seat), pass, table: seat.table };
  }

  #sealOf({ table, number }: Seat, turn: number, device: string): string {
    return this.#seal(`claim|${table}|${number}|${turn}|${device}`);
  }

  #openVoter(pass: string): Voter | null {
    const [, device, name, seal] = OPEN_PASS.exec(pass) ?? [];
    if (device === undefined || name === undefined || seal === undefined) return null;
    const table = name as TableId;
    if (!Object.hasOwn(this.#parts.board().tables, table) || !sameText(seal, this.#seal(`open|${device}|${table}`))) return null;
    return { voter: `open:${device}`, pass, table };
  }

  #seal(text: string): string {
    return createHmac('sha256', this.#parts.key).update(text).digest().subarray(0, 16).toString('base64url');
  }
}

/** Takes as long wherever they differ. Both as long as seals are. */
const sameText = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));
