import type { Result } from '../../shared/contract/trouble.ts';

/** The files that this window has sent to be taken in and that are not yet boards. */
export type TakenFiles = {
  /** Follows one until it is a board, or is known to become none; gives the same answer. */
  readonly follow: <Value>(answer: Promise<Result<Value>>) => Promise<Result<Value>>;
  readonly isUnderWay: () => boolean;
  /** Called for each that becomes no board. */
  readonly onRefused: (listener: () => void) => void;
};

/** Follows none yet. */
export function createTakenFiles(): TakenFiles {
  const listeners = new Set<() => void>();
  let underWay = 0;
  const refused = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    async follow(answer) {
      underWay++;
      try {
        const result = await answer;
        if (!result.ok) refused();
        return result;
      } catch (error) {
        refused();
        throw error;
      } finally {
        underWay--;
      }
    },
    isUnderWay: () => underWay > 0,
    onRefused: (listener) => { listeners.add(listener); },
  };
}

/** Those of this window. */
export const takenFiles = createTakenFiles();
