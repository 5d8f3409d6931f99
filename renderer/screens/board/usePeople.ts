import { useCallback, useEffect, useState } from 'react';
import type { PeopleChange, PeoplePart } from '../../../shared/contract/people.ts';
import type { DeskSession } from './deskSession.ts';

/** The people of the board as the services keep them; null while they are asked for, or when they cannot be read here. */
export type HeldPeople = {
  readonly part: PeoplePart | null;
  readonly isUnreadable: boolean;
  /** Has the people changed as they are by then; false when that failed, which is told. */
  readonly change: (change: PeopleChange) => Promise<boolean>;
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
  const change = useCallback(async (change: PeopleChange): Promise<boolean> => {
    const changed = await host.call('people.change', { board: store.id, change });
    if (changed.ok) setPart(changed.value);
    else notices.tell(changed.trouble);
    // What another window did meanwhile may be why.
    if (!changed.ok && changed.trouble.code === 'people.agreed') await again();
    return changed.ok;
  }, [host, store, notices, again]);
  return { part, isUnreadable, change, again };
}
