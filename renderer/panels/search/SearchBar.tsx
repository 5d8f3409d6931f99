import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useWords } from '../../words.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import styles from './SearchBar.module.css';

export type SearchBarProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Which hit is shown, from 1, and of how many; 0 of 0 when nothing was found. */
  readonly at: number;
  readonly of: number;
  /** What the hit is and where, for the eye and for a screen reader. */
  readonly said: string;
  readonly onStep: (by: 1 | -1) => void;
  /** Gives the view back as it was. */
  readonly onBack: () => void;
  readonly fieldRef: (field: HTMLInputElement | null) => void;
};

/** Looks for words on the board, in the place of the word catcher. Enter and the arrow keys go from hit to hit, Esc goes back. */
export function SearchBar({ query, onQuery, at, of, said, onStep, onBack, fieldRef }: SearchBarProps) {
  const { t } = useWords();
  const searching = query.trim() !== '';
  return (
    <div
      className={styles.bar}
      role="search"
      aria-label={t('search.name')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <Search size={22} strokeWidth={2} aria-hidden />
      <input
        ref={fieldRef}
        className={styles.field}
        value={query}
        placeholder={t('search.field')}
        aria-label={t('search.name')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const forward = (event.key === 'Enter' && !event.shiftKey) || event.key === 'ArrowDown';
          if (!forward && event.key !== 'Enter' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          onStep(forward ? 1 : -1);
        }}
      />
      {searching && <span className={styles.said} role="status">{said}</span>}
      {searching && of > 0 && <span className={styles.count} aria-hidden>{t('search.count', { at, of })}</span>}
      <IconButton icon={<ChevronUp size={22} strokeWidth={2} />} label={t('search.previous')} side="top" disabled={of < 2} onPress={() => onStep(-1)} />
      <IconButton icon={<ChevronDown size={22} strokeWidth={2} />} label={t('search.next')} side="top" disabled={of < 2} onPress={() => onStep(1)} />
      <span className={styles.key} aria-hidden><Kbd keys="Esc" /></span>
      <IconButton icon={<X size={20} strokeWidth={2} />} label={t('search.back')} side="top" onPress={onBack} />
    </div>
  );
}
