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

/**
 * The day has come on which people were promised to be forgotten: it is offered until it is done, and asked once more
 * before it is. "No" comes in the place of the first press, with the focus, so that a second press by accident keeps them.
 */
export function DueCard({ due: { title, people, eraseOn }, nowMs, onErase, onDismiss }: DueCardProps) {
  const { t, locale, n } = useWords();
  const [asking, setAsking] = useState(false);
  /** Whether the focus is here, and must not be lost with a button that goes. */
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [erased, setErased] = useState<PeopleErased | null>(null);
  const erase = async (): Promise<void> => {
    setBusy(true);
    setErased(await onErase());
    setBusy(false);
    setAsking(false);
  };
  const ask = (): void => {
    setAsking(true);
    setPressed(true);
  };
  return (
    <section className={styles.due} aria-label={t('people.dueTitle')}>
      <CalendarClock size={26} strokeWidth={1.7} aria-hidden className={styles.dueSign} />
      <div className={styles.dueWords}>
        <p className={styles.dueTitle}>{t('people.dueTitle')}</p>
        {erased ? <ErasedReport erased={erased} nowMs={nowMs} /> : <p role={asking ? 'alert' : undefined}>{asking ? t('people.eraseAsk') : people === 0 ? t('people.dueGiven', { title, day: dayText(locale, eraseOn) }) : t('people.due', { title, count: people, n: n(people), day: dayText(locale, eraseOn) })}</p>}
      </div>
      <div className={styles.dueWays}>
        {erased
          ? <Button focused onPress={onDismiss}>{t('people.understood')}</Button>
          : asking
            ? (
              <>
                <Button key="no" focused disabled={busy} onPress={() => setAsking(false)}>{t('people.removeNo')}</Button>
                <Button key="yes" kind="quiet" disabled={busy} onPress={() => void erase()}>{t('people.removeYes')}</Button>
              </>
            )
            : (
              <>
                <Button key="ask" focused={pressed} onPress={ask}>{t('people.dueErase')}</Button>
                <Button key="later" kind="quiet" onPress={onDismiss}>{t('people.later')}</Button>
              </>
            )}
      </div>
    </section>
  );
}
