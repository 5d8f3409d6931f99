import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { asId, type PersonId } from '../../../shared/base/ids.ts';
import { dayText } from '../../../shared/strings/dayText.ts';
import type { Signed } from '../../panels/signing/SigningForm.tsx';
import { SigningView } from '../../panels/signing/SigningView.tsx';
import { newId } from '../../state/newId.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import { charterNow } from './charterNow.ts';
import type { DeskSession } from './deskSession.ts';
import { signingDay } from './signingDay.ts';
import { usePeople } from './usePeople.ts';

/** Wires signing: what is signed comes from the board, what somebody gives goes to the people part and nowhere else. */
export function DeskSigning({ desk }: { readonly desk: DeskSession }) {
  const { t, locale } = useWords();
  useBoard(desk.store);
  const settings = useStore(desk.settings);
  const { part, isUnreadable, change } = usePeople(desk);
  const [openedMs] = useState(() => Date.now());
  const close = useCallback((): void => desk.desk.setState({ signing: false }), [desk]);
  // Nobody can sign then; why is told on the desk, which must not stay locked.
  useEffect(() => { if (isUnreadable) close(); }, [isUnreadable, close]);
  const eraseOn = part && signingDay(part, openedMs);
  const isOver = part !== null && eraseOn === null;
  useEffect(() => {
    if (!isOver) return;
    desk.notices.tell({ code: 'people.over', detail: '' });
    close();
  }, [isOver, desk, close]);
  if (!part || eraseOn === null) return null;
  const purpose = part.purpose || t('people.purposeFirst');
  const sign = ({ name, role, phone, signature, consent }: Signed): Promise<boolean> => change({
    // The day and the purpose are those that were agreed to.
    kind: 'sign', purpose, eraseOn,
    person: { id: asId<PersonId>(newId<PersonId>()), name, role, phone, signature, consentAtMs: Date.now(), consent },
  });
  return <SigningView charter={charterNow(desk, 'dropped')} settings={settings} purpose={purpose} eraseDay={dayText(locale, eraseOn)} onSign={sign} onClose={close} />;
}
