import type { BoardId } from '../../../shared/base/ids.ts';
import type { GivenOut, PeoplePart } from '../../../shared/contract/people.ts';

/** What left the app with names in it. */
export type NamesOut = Pick<GivenOut, 'kind' | 'name'>;

/** People on their way into something that names them: a file, or sheets on paper. */
export type Loan = {
  readonly part: PeoplePart;
  /** Says how it is stopped from now on; at once when people are being erased already. */
  readonly runs: (stop: () => void) => void;
  /** It is over; must be said, whatever happens. @param out null when nothing went out */
  readonly ends: (out: NamesOut | null) => void;
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
        all.delete(lent);
        end(out);
      },
    };
  }

  /**
   * Stops whatever is being made with the people of these boards, and waits until it has ended.
   * @returns for each what went out all the same, since it was too late to stop it; null for what was stopped
   */
  async stop(boards: readonly BoardId[]): Promise<readonly (NamesOut | null)[]> {
    const all = boards.flatMap((board) => [...(this.#lent.get(board) ?? [])]);
    for (const { stop } of all) stop();
    return Promise.all(all.map(({ over }) => over));
  }
}
