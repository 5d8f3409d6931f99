import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PeopleErased } from '../../../shared/contract/people.ts';
import { CharterPanel } from '../../panels/charter/CharterPanel.tsx';
import { PeoplePart } from '../../panels/people/PeoplePart.tsx';
import { firstChoice } from '../../state/exportChoice.ts';
import { withPictures } from '../../tools/selectTool.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import { charterNow } from './charterNow.ts';
import type { DeskSession } from './deskSession.ts';
import { useHandout } from './useHandout.ts';
import { usePeople } from './usePeople.ts';

/** Wires the charter: what it says lives on the board, who signs it in the people part. */
export function DeskCharter({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  useBoard(desk.store);
  const signing = useStore(desk.desk, (state) => state.signing);
  const selection = useStore(desk.desk, (state) => state.selection);
  const { part, isUnreadable, change, again } = usePeople(desk);
  const [erased, setErased] = useState<PeopleErased | null>(null);
  const [nowMs] = useState(() => Date.now());
  const { locale } = useWords();
  const [listMade, makeList] = useHandout(desk);
  const printList = (): void => makeList({ ...firstChoice(desk.settings.getState().exporting, { content: { kind: 'contacts' }, toPrint: false }, desk.desk.getState().page), locale });
  // Whoever signed meanwhile is on the list when the panel is seen again.
  useEffect(() => { if (!signing) void again(); }, [signing, again]);
  const erase = async (): Promise<void> => {
    const done = await desk.host.call('people.erase', { board: desk.store.id });
    if (done.ok) setErased(done.value);
    else desk.notices.tell(done.trouble);
    await again();
  };
  const print = (): void => desk.desk.setState({ panel: 'export', exporting: { content: { kind: 'charter', paper: 'a4' }, toPrint: false } });
  return (
    <CharterPanel
      charter={charterNow(desk, 'kept')}
      onChange={(charter) => desk.store.do({ type: 'charter.set', charter })}
      canTakePicture={selection.length > 0}
      onTakePicture={() => desk.store.do({ type: 'charter.set', charter: { ...charterNow(desk, 'kept'), picture: withPictures(selection, desk.store.get()) } })}
      onWinnerPicture={() => {
        const { picture: _, ...rest } = charterNow(desk, 'kept');
        desk.store.do({ type: 'charter.set', charter: rest });
      }}
      onSign={() => { setErased(null); desk.desk.setState({ signing: true }); }}
      onPrint={print}
      people={(part || isUnreadable) && (
        <PeoplePart
          people={part}
          listMade={listMade}
          erased={erased}
          nowMs={nowMs}
          onRemove={(id) => void change({ kind: 'remove', id })}
          onPurpose={(purpose) => void change({ kind: 'purpose', purpose })}
          onEraseOn={(eraseOn) => void change({ kind: 'eraseOn', eraseOn })}
          onPrintList={printList}
          onErase={() => void erase()}
        />
      )}
      onDismiss={onDismiss}
    />
  );
}
