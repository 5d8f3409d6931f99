import { useCallback, useEffect, useState } from 'react';
import type { PeoplePart } from '../../../shared/contract/people.ts';
import type { DeskSession } from './deskSession.ts';

/** The people of the board as the services keep them; null while they are asked for, or when they cannot be read. */
export type HeldPeople = {
  readonly part: PeoplePart | null;
  /** Keeps what `change` makes of the people as they are now; false when that failed, which is told. */
  readonly change: (change: (part: PeoplePart) => PeoplePart) => Promise<boolean>;
  /** Asks for them anew. */
  readonly again: () => Promise<void>;
};

/** Reads and changes the people of a board. They live in no store of this window: only whoever shows them holds them. */
export function usePeople({ host, store, notices }: DeskSession): HeldPeople {
  const [part, setPart] = useState<PeoplePart | null>(null);
  const again = useCallback(async (): Promise<void> => {
    const found = await host.call('people.get', { board: store.id });
    if (found.ok) setPart(found.value);
    else notices.tell(found.trouble);
  }, [host, store, notices]);
  useEffect(() => { void again(); }, [again]);
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
  return { part, change, again };
}
