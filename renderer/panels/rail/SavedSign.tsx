import { useWords } from '../../words.ts';
import { timeText } from '../parts/whenText.ts';
import styles from './SavedSign.module.css';

/** Whether the work is on disk. `saved` only when everything is; `trouble` says in one sentence what is not safe. */
export type Saved =
  | { readonly kind: 'saved'; readonly atMs: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'trouble'; readonly text: string };

/** A dot and a time; when something is not safe it says so in the same place. */
export function SavedSign({ saved }: { readonly saved: Saved }) {
  const { t, locale } = useWords();
  return (
    <div className={styles.sign} data-kind={saved.kind} role="status">
      <span className={styles.dot} aria-hidden />
      {saved.kind === 'saved' && <span>{t('desk.savedAt', { time: timeText(locale, saved.atMs) })}</span>}
      {saved.kind === 'saving' && <span>{t('desk.saving')}</span>}
      {saved.kind === 'trouble' && <span className={styles.trouble}><span className="aloud">{t('desk.notSaved')}: </span>{saved.text}</span>}
    </div>
  );
}
