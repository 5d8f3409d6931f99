import { Check, Printer } from 'lucide-react';
import { useId, useState } from 'react';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { PeopleErased, PeoplePart as People } from '../../../shared/contract/people.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { KeptField } from '../parts/KeptField.tsx';
import { EraseDay } from './EraseDay.tsx';
import { ErasedReport } from './ErasedReport.tsx';
import styles from './People.module.css';
import { PeopleList } from './PeopleList.tsx';

export type PeoplePartProps = {
  /** Null when this laptop cannot read them. */
  readonly people: People | null;
  readonly listMade: 'no' | 'busy' | 'done';
  /** What was found after everything was erased here. */
  readonly erased: PeopleErased | null;
  readonly nowMs: number;
  readonly onRemove: (id: PersonId) => void;
  readonly onPurpose: (purpose: string) => void;
  readonly onEraseOn: (day: string) => void;
  readonly onPrintList: () => void;
  readonly onErase: () => void;
};

/** Asks once more before everything goes. */
function EraseAll({ onErase }: { readonly onErase: () => void }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [pressed, setPressed] = useState(false);
  const ask = (): void => {
    setAsking(true);
    setPressed(true);
  };
  if (!asking) return <div className={styles.erase}><Button kind="quiet" focused={pressed} onPress={ask}>{t('people.eraseNow')}</Button></div>;
  return (
    <div className={styles.ask} role="alert">
      <span>{t('people.eraseAsk')}</span>
      <Button focused onPress={() => setAsking(false)}>{t('people.removeNo')}</Button>
      <Button kind="quiet" onPress={() => { setAsking(false); onErase(); }}>{t('people.removeYes')}</Button>
    </div>
  );
}

/** Who signed, what their numbers are for, when all of it goes, and the list of numbers as a sheet of its own. */
export function PeoplePart({ people, listMade, erased, nowMs, onRemove, onPurpose, onEraseOn, onPrintList, onErase }: PeoplePartProps) {
  const { t } = useWords();
  const id = useId();
  const numbers = people?.people.filter(({ phone }) => phone.trim() !== '').length ?? 0;
  const some = people !== null && people.people.length > 0;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>{t('people.title')}</h3>
      {erased && <ErasedReport erased={erased} nowMs={nowMs} focused />}
      {people === null ? <p className={styles.quiet}>{t('people.unreadable')}</p> : !erased && <PeopleList people={people.people} onRemove={onRemove} />}
      {people !== null && (
        <div className={styles.terms}>
          {numbers > 0 && people.purpose !== ''
            ? <div className={styles.purpose}><span>{t('people.purpose')}</span><p>{people.purpose}</p><p className={styles.quiet}>{t('people.purposeAgreed')}</p></div>
            : <KeptField label={t('people.purpose')} value={people.purpose} placeholder={t('people.purposeFirst')} onKeep={onPurpose} />}
          <EraseDay day={people.eraseOn} isAgreed={some} onKeep={onEraseOn} />
        </div>
      )}
      {numbers > 0 && (
        <div className={styles.list}>
          <Button icon={<Printer size={18} strokeWidth={1.8} aria-hidden />} disabled={listMade === 'busy'} onPress={onPrintList}>{listMade === 'busy' ? t('people.contactsBusy') : t('people.contacts', { count: numbers })}</Button>
          <p className={styles.quiet}>{t('people.contactsText')}</p>
          <p className={styles.done} role="status">{listMade === 'done' && <><Check size={17} strokeWidth={2.2} aria-hidden />{t('people.contactsDone')}</>}</p>
        </div>
      )}
      {(some || people === null) && <EraseAll onErase={onErase} />}
    </section>
  );
}
