import type { MarkId } from '../../../shared/base/ids.ts';
import type { Round } from '../../../shared/board/round.ts';

type Revealed = Pick<Round, 'id' | 'lots'>;

/**
 * Which results the room has been told: phones show a result only then. A tie that lots decide is told twice. What was
 * revealed before the board was opened has been told. In memory only.
 */
export class ToldResults {
  readonly #told: Set<string>;

  /** @param before the rounds of the board when it was opened */
  constructor(before: readonly Round[]) {
    this.#told = new Set(before.filter(({ state }) => state === 'revealed').map(nameOf));
  }

  /** The room saw this result to its end. @param drawn what lots gave; null before they were drawn */
  tell(round: Revealed['id'], drawn: MarkId | null): void {
    this.#told.add(`${round} ${drawn ?? ''}`);
  }

  isTold(round: Revealed): boolean {
    return this.#told.has(nameOf(round));
  }
}

const nameOf = ({ id, lots }: Revealed): string => `${id} ${lots?.drawn ?? ''}`;
