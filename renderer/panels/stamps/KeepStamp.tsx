import { Check } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './KeepStamp.module.css';

export type KeepStampProps = {
  /** What the drawing proposes; may be empty. */
  readonly name: string;
  /** The name under which it was kept a moment ago, or null. */
  readonly kept: string | null;
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
};

/** Asks for the name of a new stamp right beside the drawing; Enter keeps it. Says so when it is kept. */
export function KeepStamp({ name, kept, onKeep, onCancel }: KeepStampProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(name);
  if (kept !== null) return <p className={styles.done} role="status"><Check size={18} strokeWidth={2.4} aria-hidden />{t('stamps.kept', { name: kept })}</p>;
  const keep = (): void => { if (draft.trim() !== '') onKeep(draft.trim()); };
  return (
    <form
      className={styles.form}
      aria-label={t('actions.stamp.keep')}
      onSubmit={(event) => { event.preventDefault(); keep(); }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <input
        className={styles.field}
        value={draft}
        autoFocus
        maxLength={80}
        autoComplete="off"
        placeholder={t('stamps.nameField')}
        aria-label={t('stamps.nameField')}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Button onPress={keep} disabled={draft.trim() === ''}>{t('actions.stamp.keep')}</Button>
      <Button kind="quiet" onPress={onCancel}>{t('app.cancel')}</Button>
    </form>
  );
}
