import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { GroupCommit } from '../files/groupCommit.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';
import type { Seat } from './seats.ts';

/** By seat the sum of the pass that its code was exchanged for. */
type Claims = { readonly [seat: string]: string };

const claimsSchema: v.GenericSchema<unknown, Claims> = v.record(v.pipe(v.string(), v.maxLength(80)), v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)));

const nameOf = ({ table, number }: Seat): string => `${table} ${number}`;
const sumOf = (pass: string): string => createHash('sha256').update(pass).digest('base64url');

/**
 * Which seats of a board are in use, so that a code lets one device in and no other. In a file of the board's folder on
 * this laptop: phones that are in go on after a restart. It holds sums of passes, no pass, no code, no time and no
 * order; what a seat voted lies elsewhere, under the key of its round.
 */
export class SeatClaims {
  readonly #commit: GroupCommit<Claims>;
  /** Seats that are being freed: their pass holds no more, and nobody else has them yet. */
  readonly #leaving = new Set<string>();

  private constructor(path: string, claims: Claims) {
    this.#commit = new GroupCommit(claims, (next) => writeSafely(path, textOf(next), 0o600));
  }

  /** Those of a board. A file that cannot be read any more is as if nobody had come in. */
  static async open(path: string): Promise<SeatClaims> {
    const bytes = await readIfThere(path);
    return new SeatClaims(path, bytes ? claimsIn(bytes.toString('utf8')) : {});
  }

  /** Gives a seat to a pass; false when another has it. Resolves when it is on the disk. The same again is given again. */
  async take(seat: Seat, pass: string): Promise<boolean> {
    const name = nameOf(seat);
    const sum = sumOf(pass);
    let taken = false;
    await this.#commit.change((claims) => {
      const by = claims[name] ?? null;
      taken = by === null || by === sum;
      return by === null ? { ...claims, [name]: sum } : claims;
    });
    return taken && this.holds(seat, pass);
  }

  /** Whether a seat is that of this pass. */
  holds(seat: Seat, pass: string): boolean {
    const name = nameOf(seat);
    return !this.#leaving.has(name) && this.#commit.safe[name] === sumOf(pass);
  }

  /** Whether anybody has a seat. */
  isTaken(seat: Seat): boolean {
    return this.#commit.safe[nameOf(seat)] !== undefined;
  }

  /**
   * Takes a seat from whoever has it: the pass holds no more from this moment on.
   * @param then what is to be done before somebody else can have it; when that fails, all stays as it was
   */
  async free(seat: Seat, then: () => Promise<void>): Promise<void> {
    const name = nameOf(seat);
    this.#leaving.add(name);
    try {
      await then();
      await this.#commit.change(({ [name]: _left, ...others }) => others);
    } finally {
      this.#leaving.delete(name);
    }
  }

  /** Makes all seats free. */
  async freeAll(): Promise<void> {
    await this.#commit.change((claims) => (Object.keys(claims).length > 0 ? {} : claims));
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
