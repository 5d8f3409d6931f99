import { useId, useState, type KeyboardEvent } from 'react';
import { dayText } from '../../../shared/strings/dayText.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './People.module.css';

type EraseDayProps = {
  readonly day: string;
  /** People agreed to the day: it comes no later any more, and earlier only when that was said twice. */
  readonly isAgreed: boolean;
  readonly onKeep: (day: string) => void;
};

/** The day on which all of it goes, told when the field is left or Enter is pressed; Esc takes back what was typed. */
export function EraseDay({ day, isAgreed, onKeep }: EraseDayProps) {
  const { t, locale } = useWords();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const end = (kept: string | null): void => {
    setAsking(false);
    setDraft(null);
    if (kept !== null) onKeep(kept);
  };
  const keep = (): void => {
    // While it is typed a month passes through others; a day that is half typed is none.
    const isDay = draft !== null && /^20\d\d-/.test(draft) && draft !== day;
    if (!isDay || (isAgreed && day !== '' && draft > day)) end(null);
    else if (isAgreed) setAsking(true);
    else end(draft);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && draft === null) return;
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.stopPropagation();
    event.preventDefault();
    if (event.key === 'Enter') keep();
    else end(null);
  };
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{t('people.eraseOn')}</label>
      <input
        id={id} type="date" value={draft ?? day} min="2020-01-01" max={isAgreed && day !== '' ? day : '2099-12-31'}
        aria-describedby={isAgreed ? `${id}-hint` : undefined}
        onChange={(event) => { setAsking(false); setDraft(event.target.value); }} onBlur={keep} onKeyDown={onKeyDown}
      />
      {isAgreed && <p id={`${id}-hint`} className={styles.quiet}>{day === '' ? '' : `${dayText(locale, day)}. `}{t('people.eraseEarlier')}</p>}
      {asking && draft !== null && (
        <div className={styles.ask} role="alert">
          <span>{t('people.eraseOnAsk', { day: dayText(locale, draft) })}</span>
          <Button onPress={() => end(null)}>{t('people.eraseOnNo')}</Button>
          <Button kind="quiet" onPress={() => end(draft)}>{t('people.eraseOnYes')}</Button>
        </div>
      )}
    </div>
  );
}
