import type { BoardId } from '../../../shared/base/ids.ts';
import type { TableCards, TableSeats } from '../../../shared/contract/door.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import type { RoundLedgers } from '../rounds/roundLedgers.ts';
import type { OpenDoor } from './openDoor.ts';
import { Passes } from './passes.ts';
import { SeatClaims } from './seatClaims.ts';
import { renewSeatKey, seatKey } from './seatKey.ts';
import type { Seat } from './seats.ts';

type BoardParts = { readonly open: OpenBoard; readonly rounds: RoundLedgers };

/** The seats of boards: their codes, and which of them are in use, whether the door is open or not. */
export class DoorSeats {
  readonly #boardOf: (board: BoardId) => BoardParts;
  readonly #openDoor: () => OpenDoor | null;
  readonly #claims = new Map<BoardId, Promise<SeatClaims>>();

  constructor(boardOf: (board: BoardId) => BoardParts, openDoor: () => OpenDoor | null) {
    this.#boardOf = boardOf;
    this.#openDoor = openDoor;
  }

  /** The codes of a board's seats, by table, for whoever prints them and for no window. */
  async codes(board: BoardId): Promise<readonly TableSeats[]> {
    return (await this.#passes(board)).seats().tables;
  }

  /** How many cards each table gets, and which seats are in use. */
  async cards(board: BoardId): Promise<readonly TableCards[]> {
    const [passes, claims] = [await this.#passes(board), await this.claimsOf(board)];
    const seats = passes.seats();
    const door = this.#openDoor();
    const here = new Set(door?.board === board ? [...door.streams.passes].flatMap((pass) => { const seat = passes.seatIn(pass); return seat ? [seats.codeOf(seat)] : []; }) : []);
    const all = [...seats.seatOf].filter(([, seat]) => claims.isTaken(seat));
    return seats.tables.map(({ table, codes }) => ({
      table, cards: codes.length, taken: all.filter(([, seat]) => seat.table === table).map(([code, { number }]) => ({ seat: number, here: here.has(code) })),
    }));
  }

  /** Which seats of a board are in use; asked for as often as one likes, it is the same. */
  claimsOf(board: BoardId): Promise<SeatClaims> {
    const claims = this.#claims.get(board) ?? SeatClaims.open(this.#boardOf(board).open.folder.seatClaims);
    this.#claims.set(board, claims);
    claims.catch(() => this.#claims.delete(board));
    return claims;
  }

  /**
   * Takes a seat from the phone that has it, together with its ballot in the round that is open.
   * @throws TroubleError call.invalid for a seat that is none; the system's error when that cannot be written: the phone
   * keeps its seat then, and hears whether its ballot still counts
   */
  async free(board: BoardId, seat: Seat): Promise<readonly TableCards[]> {
    const passes = await this.#passes(board);
    if (passes.seats().codeOf(seat) === null) throw new TroubleError('call.invalid', 'seat');
    const { rounds } = this.#boardOf(board);
    const claims = await this.claimsOf(board);
    try {
      await claims.free(seat, () => rounds.voidBallot(passes.voterAt(seat)));
    } finally {
      // A phone that keeps its seat, since the disk refused, may have lost its ballot.
      this.#tellPhones(board);
    }
    return this.cards(board);
  }

  /**
   * Makes all seats free. A ballot that comes in meanwhile stays that of its seat: whoever sits there next replaces it.
   * @throws TroubleError door.ballots when phones voted already in an open round
   */
  async freeAll(board: BoardId): Promise<readonly TableCards[]> {
    await refuseAfterBallots(this.#boardOf(board).rounds);
    await this.#freeAll(board);
    this.#tellPhones(board);
    return this.cards(board);
  }

  /** New codes: all that were printed are void, and so are the passes of phones. */
  async renew(board: BoardId): Promise<void> {
    await this.#freeAll(board);
    await renewSeatKey(this.#boardOf(board).open.folder.seatKey);
  }

  /** Lets go of a board that is being closed. */
  async leave(board: BoardId): Promise<void> {
    const claims = this.#claims.get(board);
    this.#claims.delete(board);
    await (await claims)?.close();
  }

  async #freeAll(board: BoardId): Promise<void> {
    await (await this.claimsOf(board)).freeAll((await this.#passes(board)).seats().seatOf.values());
  }

  #tellPhones(board: BoardId): void {
    const door = this.#openDoor();
    if (door?.board === board) door.streams.tellAll();
  }

  async #passes(board: BoardId): Promise<Passes> {
    const { open } = this.#boardOf(board);
    return new Passes({ key: await seatKey(open.folder.seatKey), joining: 'codes', board: () => open.board, claims: await this.claimsOf(board) });
  }
}

/** Codes and open joining would give the same person two ballots, and so would new codes. @throws TroubleError door.ballots */
export async function refuseAfterBallots(rounds: RoundLedgers): Promise<void> {
  const vote = rounds.openVote();
  if (vote && (await rounds.view(vote.round.id)).rows.some(({ phones }) => phones > 0)) throw new TroubleError('door.ballots', '');
}
