import { Users } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import styles from './HeadsField.module.css';

type HeadsFieldProps = { readonly number: number; readonly heads: number; readonly onHeads: (heads: number) => void };

/** How many people sit at a table; Enter or leaving keeps it. */
export function HeadsField({ number, heads, onHeads }: HeadsFieldProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    const next = Number(draft);
    if (draft !== null && draft !== '' && Number.isInteger(next) && next <= 99 && next !== heads) onHeads(next);
    setDraft(null);
  };
  return (
    <label className={styles.heads}>
      <Users size={17} strokeWidth={1.8} aria-hidden />
      <input
        className={styles.field}
        inputMode="numeric"
        maxLength={2}
        value={draft ?? String(heads)}
        aria-label={t('voting.peopleAt', { number })}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value.replace(/\D/g, ''))}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft !== null) { event.stopPropagation(); event.preventDefault(); setDraft(null); }
          if (event.key === 'Enter') keep();
        }}
      />
    </label>
  );
}
