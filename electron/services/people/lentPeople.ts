import type { BoardId } from '../../../shared/base/ids.ts';
import type { GivenOut, PeoplePart } from '../../../shared/contract/people.ts';

/** What left the app with names in it. */
export type NamesOut = Pick<GivenOut, 'kind' | 'name'>;

/** People on their way into something that names them: a file, or sheets on paper. */
export type Loan = {
  readonly part: PeoplePart;
  /** Says how it is stopped from now on; at once when people are being erased already. */
  readonly runs: (stop: () => void) => void;
  /**
   * It is over; must be said, whatever happens. What went out is known here until it is noted.
   * @param out null when nothing went out
   */
  readonly ends: (out: NamesOut | null) => void;
  /** What went out stands among what is kept of these people. */
  readonly noted: () => void;
};

type Lent = { readonly stop: () => void; readonly over: Promise<NamesOut | null> };

/** What is being made with the names of people, per board, so that erasing them leaves nothing behind that is still to come. */
export class LentPeople {
  readonly #lent = new Map<BoardId, Set<Lent>>();

  lend(board: BoardId, part: PeoplePart): Loan {
    const all = this.#lent.get(board) ?? new Set();
    this.#lent.set(board, all);
    let isStopped = false;
    let stopNow = (): void => undefined;
    let end: (out: NamesOut | null) => void = () => undefined;
    const over = new Promise<NamesOut | null>((resolve) => { end = resolve; });
    const lent: Lent = {
      over,
      stop: () => {
        isStopped = true;
        stopNow();
      },
    };
    all.add(lent);
    return {
      part,
      runs(stop) {
        stopNow = stop;
        if (isStopped) stop();
      },
      ends(out) {
        // Between its end and its note people may be erased: only this then says what went out.
        if (out === null) all.delete(lent);
        stopNow = () => undefined;
        end(out);
      },
      noted: () => void all.delete(lent),
    };
  }

  /**
   * Stops whatever is being made with the people of these boards, waits until it has ended, and forgets it.
   * @returns for each what went out all the same, since it was too late to stop it or had just ended; null for what was stopped
   */
  async stop(boards: readonly BoardId[]): Promise<readonly (NamesOut | null)[]> {
    const all = boards.flatMap((board) => [...(this.#lent.get(board) ?? [])]);
    for (const { stop } of all) stop();
    const ended = await Promise.all(all.map(({ over }) => over));
    for (const board of boards) for (const lent of all) this.#lent.get(board)?.delete(lent);
    return ended;
  }
}
