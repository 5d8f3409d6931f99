import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { GroupCommit } from '../files/groupCommit.ts';
import { removeForGood } from '../files/removeForGood.ts';
import { SlotFile } from '../files/slotFile.ts';
import { isThere } from '../files/writeSafely.ts';
import type { Seat } from './seats.ts';

/** By seat how often it was freed, and the sum of the pass that has it, if any: `2.sum` or `2.`. */
type Claims = { readonly [seat: string]: string };

const claimsSchema: v.GenericSchema<unknown, Claims> = v.record(v.pipe(v.string(), v.maxLength(80)), v.pipe(v.string(), v.regex(/^\d{1,6}\.(?:[A-Za-z0-9_-]{43})?$/)));

const nameOf = ({ table, number }: Seat): string => `${table} ${number}`;
const sumOf = (pass: string): string => createHash('sha256').update(pass).digest('base64url');

/** Who comes in is written this long afterwards, together with all who came in meanwhile, ms: votes need the disk more. */
const LATER_MS = 500;

/**
 * Which seats of a board are in use, so that a code lets one device in and no other. Each time a seat is freed it has
 * another turn, which its passes carry: those of earlier turns hold no more. In a file of the board's folder on this
 * laptop. A claim that a power cut swallowed comes back with its pass, which only this laptop can have made; a freed
 * seat is on the disk before anybody is told. The file holds sums of passes, no pass, no code, no time and no order;
 * what a seat voted lies elsewhere, under the key of its round.
 */
export class SeatClaims {
  readonly #path: string;
  /** Null as long as nobody ever came in. */
  #file: SlotFile | null;
  #claims: Claims;
  readonly #commit: GroupCommit<Claims>;
  #later: NodeJS.Timeout | null = null;
  /** Seats that are being freed: their pass holds no more, and nobody else has them yet. */
  readonly #leaving = new Set<string>();

  private constructor(path: string, file: SlotFile | null, claims: Claims) {
    this.#path = path;
    this.#file = file;
    this.#claims = claims;
    this.#commit = new GroupCommit(claims, (next) => this.#write(textOf(next)));
  }

  /** Those of a board. A file that cannot be read any more is as if nobody had come in. */
  static async open(path: string): Promise<SeatClaims> {
    if (!(await isThere(path))) return new SeatClaims(path, null, {});
    try {
      const { file, json } = await SlotFile.open(path);
      return new SeatClaims(path, file, claimsIn(json));
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error;
      await removeForGood(path);
      return new SeatClaims(path, null, {});
    }
  }

  /** How often a seat was freed. */
  turnOf(seat: Seat): number {
    return this.#entry(seat).turn;
  }

  /**
   * Gives a seat to a pass of its turn; false when another has it, or it is being freed. The same again is given again.
   * @param pass whose seal was looked at
   */
  claim(seat: Seat, turn: number, pass: string): boolean {
    const name = nameOf(seat);
    const { turn: now, sum } = this.#entry(seat);
    if (turn !== now || this.#leaving.has(name)) return false;
    const own = sumOf(pass);
    if (sum !== '') return sum === own;
    this.#claims = { ...this.#claims, [name]: `${now}.${own}` };
    this.#writeLater();
    return true;
  }

  /** Whether anybody has a seat. */
  isTaken(seat: Seat): boolean {
    return this.#entry(seat).sum !== '';
  }

  /**
   * Takes a seat from whoever has it: the pass holds no more from this moment on. Resolves when that is on the disk.
   * @param then what is to be done before somebody else can have it
   * @throws what `then` or the disk throws: the seat stays whose it was, but what `then` did is not taken back
   */
  async free(seat: Seat, then: () => Promise<void>): Promise<void> {
    const name = nameOf(seat);
    this.#leaving.add(name);
    try {
      await then();
      await this.#freeNow([seat]);
    } finally {
      this.#leaving.delete(name);
    }
  }

  /** The same for many seats at once, without anything else to be done. */
  async freeAll(seats: Iterable<Seat>): Promise<void> {
    await this.#freeNow([...seats]);
  }

  /**
   * Writes what is not yet written, where the disk takes it, and lets the file go; nobody comes in any more. What a full
   * disk refuses comes back with the passes, and keeps no board from being closed.
   */
  async close(): Promise<void> {
    if (this.#later) clearTimeout(this.#later);
    try {
      await this.#commit.change(() => this.#claims);
      // Once more, so that nothing stands in the other slot but the same: not who came in last.
      await this.#file?.write(textOf(this.#claims));
    } catch {
      // As said above.
    } finally {
      await this.#file?.close();
    }
  }

  async #freeNow(seats: readonly Seat[]): Promise<void> {
    const before = this.#claims;
    this.#claims = { ...before, ...Object.fromEntries(seats.map((seat) => [nameOf(seat), `${this.turnOf(seat) + 1}.`])) };
    try {
      await this.#commit.change(() => this.#claims);
    } catch (error) {
      this.#claims = { ...this.#claims, ...Object.fromEntries(seats.map((seat) => [nameOf(seat), before[nameOf(seat)] ?? '0.'])) };
      throw error;
    }
  }

  #entry(seat: Seat): { readonly turn: number; readonly sum: string } {
    const [turn = '', sum = ''] = (this.#claims[nameOf(seat)] ?? '0.').split('.');
    return { turn: Number(turn), sum };
  }

  #writeLater(): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      this.#commit.change(() => this.#claims).catch(() => { this.#writeLater(); });
    }, LATER_MS).unref();
  }

  async #write(json: string): Promise<void> {
    if (this.#file) return this.#file.write(json);
    // What a full disk left of an earlier try.
    await removeForGood(this.#path);
    this.#file = await SlotFile.create(this.#path, json);
  }
}

/** Seats stand in their own order, which says nothing about who came first. */
const textOf = (claims: Claims): string => JSON.stringify(Object.fromEntries(Object.entries(claims).sort(([a], [b]) => (a < b ? -1 : 1))));

function claimsIn(text: string): Claims {
  try {
    const read = v.safeParse(claimsSchema, JSON.parse(text));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}
