import type { Result } from '../../shared/contract/trouble.ts';

/** The files that this window has sent to be taken in and that are not yet boards. */
export type TakenFiles = {
  /** Sends one under a new name and follows it until it is a board, or is known to become none; gives the same answer. */
  readonly follow: <Value>(send: (name: string) => Promise<Result<Value>>) => Promise<Result<Value>>;
  /** Whether the file of that name was sent by this window and is not yet a board. */
  readonly isUnderWay: (name: string) => boolean;
  /** Called for each that becomes no board. */
  readonly onRefused: (listener: () => void) => void;
};

/** Follows none yet. @param newName a name that no other window gives */
export function createTakenFiles(newName: () => string): TakenFiles {
  const listeners = new Set<() => void>();
  const underWay = new Set<string>();
  const refused = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    async follow(send) {
      const name = newName();
      underWay.add(name);
      try {
        const result = await send(name);
        if (!result.ok) refused();
        return result;
      } catch (error) {
        refused();
        throw error;
      } finally {
        underWay.delete(name);
      }
    },
    isUnderWay: (name) => underWay.has(name),
    onRefused: (listener) => { listeners.add(listener); },
  };
}

/** Those of this window. */
export const takenFiles = createTakenFiles(() => crypto.randomUUID());
