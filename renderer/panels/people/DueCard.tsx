import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import type { PeopleDue, PeopleErased } from '../../../shared/contract/people.ts';
import { dayText } from '../../../shared/strings/dayText.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { ErasedReport } from './ErasedReport.tsx';
import styles from './People.module.css';

export type DueCardProps = {
  readonly due: PeopleDue;
  readonly nowMs: number;
  /** Erases and says what is left elsewhere; null when that failed, which is told. */
  readonly onErase: () => Promise<PeopleErased | null>;
  /** Not now, or it is done and read. */
  readonly onDismiss: () => void;
};

/** The day has come on which people were promised to be forgotten: it is offered until it is done, and asked once more before it is. */
export function DueCard({ due: { title, people, eraseOn }, nowMs, onErase, onDismiss }: DueCardProps) {
  const { t, locale, n } = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [erased, setErased] = useState<PeopleErased | null>(null);
  const erase = async (): Promise<void> => {
    setBusy(true);
    setErased(await onErase());
    setBusy(false);
    setAsking(false);
  };
  return (
    <section className={styles.due} aria-label={t('people.dueTitle')}>
      <CalendarClock size={26} strokeWidth={1.7} aria-hidden className={styles.dueSign} />
      <div className={styles.dueWords}>
        <p className={styles.dueTitle}>{t('people.dueTitle')}</p>
        {erased ? <ErasedReport erased={erased} nowMs={nowMs} /> : <p role={asking ? 'alert' : undefined}>{asking ? t('people.eraseAsk') : t('people.due', { title, count: people, n: n(people), day: dayText(locale, eraseOn) })}</p>}
      </div>
      <div className={styles.dueWays}>
        {erased
          ? <Button onPress={onDismiss}>{t('people.understood')}</Button>
          : (
            <>
              <Button disabled={busy} onPress={asking ? () => void erase() : () => setAsking(true)}>{asking ? t('people.removeYes') : t('people.dueErase')}</Button>
              <Button kind="quiet" disabled={busy} onPress={asking ? () => setAsking(false) : onDismiss}>{asking ? t('people.removeNo') : t('people.later')}</Button>
            </>
          )}
      </div>
    </section>
  );
}
