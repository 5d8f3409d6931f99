import * as v from 'valibot';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import { GroupCommit } from '../files/groupCommit.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';

type Revealed = Pick<Round, 'id' | 'lots'>;

const toldSchema: v.GenericSchema<unknown, readonly string[]> = v.array(v.pipe(v.string(), v.maxLength(200)));

/**
 * Which results the room has been told: phones show a result only then. A tie that lots decide is told twice. In a file
 * of the board's folder, by ids alone, so that a start in the middle of a reveal gives phones nothing ahead of the room.
 */
export class ToldResults {
  readonly #path: string;
  #told: ReadonlySet<string> = new Set();
  readonly #commit: GroupCommit<ReadonlySet<string>>;

  constructor(path: string) {
    this.#path = path;
    this.#commit = new GroupCommit(this.#told, (told) => writeSafely(this.#path, JSON.stringify([...told]), 0o600));
  }

  /** After a start: what was told before. Where that cannot be read nothing was, until the room or the desk says so. */
  async takeUp(): Promise<void> {
    this.#told = new Set([...(await namesIn(this.#path)), ...this.#told]);
  }

  /**
   * The room saw this result to its end. Resolves when that is on the disk; what a full disk refuses is told anew after
   * the next start.
   * @param drawn what lots gave; null before they were drawn
   */
  async tell(round: Revealed['id'], drawn: MarkId | null): Promise<void> {
    const name = `${round} ${drawn ?? ''}`;
    if (!this.#told.has(name)) this.#told = new Set([...this.#told, name]);
    await this.#commit.change(() => this.#told).catch(() => undefined);
  }

  isTold(round: Revealed): boolean {
    return this.#told.has(nameOf(round));
  }

  /** Waits for what is being written. */
  settled(): Promise<void> {
    return this.#commit.settled();
  }
}

/**
 * Writes that all results of a board are told. It is so for one that comes out of a file, which does not say what the
 * room has seen: a meeting of then and elsewhere, that no phone here waits for.
 * @param path of `told.json` in the folder of the board
 */
export async function writeAllTold(path: string, { rounds }: Pick<Board, 'rounds'>): Promise<void> {
  const told = Object.values(rounds).filter(({ state }) => state === 'revealed').map(nameOf);
  if (told.length > 0) await writeSafely(path, JSON.stringify(told), 0o600);
}

const nameOf = ({ id, lots }: Revealed): string => `${id} ${lots?.drawn ?? ''}`;

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    const read = v.safeParse(toldSchema, JSON.parse((await readIfThere(path))?.toString('utf8') ?? '[]'));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}
