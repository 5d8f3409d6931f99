import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { BoardId } from '../../shared/base/ids.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { PeopleDue } from '../../shared/contract/people.ts';
import { DueCard } from '../panels/people/DueCard.tsx';
import type { NoticeStore } from '../state/noticeStore.ts';

type DueFrom = { readonly host: Host; readonly notices: NoticeStore };

/**
 * A card for each board whose people should have been forgotten. "Later" puts one off until this place is shown again:
 * the next start, or the next time that the board is opened.
 * @param only the board that is open, or null for all
 */
export function useDuePeople({ host, notices }: DueFrom, only: BoardId | null): ReactNode {
  const [due, setDue] = useState<readonly PeopleDue[]>([]);
  const [nowMs] = useState(() => Date.now());
  useEffect(() => {
    let gone = false;
    void host.call('people.due', {}).then((found) => { if (found.ok && !gone) setDue(only === null ? found.value : found.value.filter(({ board }) => board === only)); });
    return () => { gone = true; };
  }, [host, only]);
  const dismiss = useCallback((board: BoardId) => setDue((all) => all.filter((one) => one.board !== board)), []);
  if (due.length === 0) return null;
  return due.map((one) => (
    <DueCard
      key={one.board}
      due={one}
      nowMs={nowMs}
      onErase={async () => {
        const erased = await host.call('people.erase', { board: one.board });
        if (erased.ok) return erased.value;
        notices.tell(erased.trouble);
        return null;
      }}
      onDismiss={() => dismiss(one.board)}
    />
  ));
}
