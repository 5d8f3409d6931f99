import { useCallback, useEffect, useState } from 'react';
import type { PeoplePart } from '../../../shared/contract/people.ts';
import type { DeskSession } from './deskSession.ts';

/** The people of the board as the services keep them; null while they are asked for, or when they cannot be read here. */
export type HeldPeople = {
  readonly part: PeoplePart | null;
  readonly isUnreadable: boolean;
  /** Keeps what `change` makes of the people as they are now; false when that failed, which is told. */
  readonly change: (change: (part: PeoplePart) => PeoplePart) => Promise<boolean>;
  /** Asks for them anew. */
  readonly again: () => Promise<void>;
};

/**
 * Reads and changes the people of a board. They live in no store of this window: only whoever shows them holds them.
 * @param isWanted whether they are asked for already
 */
export function usePeople({ host, store, notices }: DeskSession, isWanted = true): HeldPeople {
  const [part, setPart] = useState<PeoplePart | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const again = useCallback(async (): Promise<void> => {
    const found = await host.call('people.get', { board: store.id });
    setPart(found.ok ? found.value : null);
    setUnreadable(!found.ok);
    if (!found.ok) notices.tell(found.trouble);
  }, [host, store, notices]);
  useEffect(() => { if (isWanted) void again(); }, [again, isWanted]);
  const change = useCallback(async (make: (part: PeoplePart) => PeoplePart): Promise<boolean> => {
    // Another window of this board may have written meanwhile.
    const now = await host.call('people.get', { board: store.id });
    const kept = now.ok ? await host.call('people.put', { board: store.id, part: make(now.value) }) : now;
    if (!kept.ok) {
      notices.tell(kept.trouble);
      return false;
    }
    await again();
    return true;
  }, [host, store, notices, again]);
  return { part, isUnreadable, change, again };
}
