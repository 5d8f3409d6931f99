import { Check, Printer } from 'lucide-react';
import { useId, useState } from 'react';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { PeopleErased, PeoplePart as People } from '../../../shared/contract/people.ts';
import { dayText } from '../../../shared/strings/dayText.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { KeptField } from '../parts/KeptField.tsx';
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
  if (!asking) return <div className={styles.erase}><Button kind="quiet" onPress={() => setAsking(true)}>{t('people.eraseNow')}</Button></div>;
  return (
    <div className={styles.ask} role="alert">
      <span>{t('people.eraseAsk')}</span>
      <Button onPress={() => setAsking(false)}>{t('people.removeNo')}</Button>
      <Button kind="quiet" onPress={() => { setAsking(false); onErase(); }}>{t('people.removeYes')}</Button>
    </div>
  );
}

/** Who signed, what their numbers are for, when all of it goes, and the list of numbers as a sheet of its own. */
export function PeoplePart({ people, listMade, erased, nowMs, onRemove, onPurpose, onEraseOn, onPrintList, onErase }: PeoplePartProps) {
  const { t, locale } = useWords();
  const id = useId();
  const numbers = people?.people.filter(({ phone }) => phone !== '').length ?? 0;
  const some = people !== null && people.people.length > 0;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>{t('people.title')}</h3>
      {erased && <ErasedReport erased={erased} nowMs={nowMs} />}
      {people === null ? <p className={styles.quiet}>{t('people.unreadable')}</p> : !erased && <PeopleList people={people.people} onRemove={onRemove} />}
      {people !== null && (
        <div className={styles.terms}>
          <KeptField label={t('people.purpose')} value={people.purpose} placeholder={t('people.purposeFirst')} onKeep={onPurpose} />
          <div className={styles.day}>
            <label htmlFor={`${id}-day`}>{t('people.eraseOn')}</label>
            {/* A day that is half typed is none. */}
            <input id={`${id}-day`} type="date" value={people.eraseOn} min="2020-01-01" max={some ? people.eraseOn : '2099-12-31'} aria-describedby={some ? `${id}-hint` : undefined} onChange={(event) => { const day = event.target.value; if (/^20\d\d-/.test(day) && (!some || day <= people.eraseOn)) onEraseOn(day); }} />
            {some && <p id={`${id}-hint`} className={styles.quiet}>{dayText(locale, people.eraseOn)}. {t('people.eraseEarlier')}</p>}
          </div>
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
