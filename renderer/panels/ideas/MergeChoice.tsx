import { useState } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import { nearWords } from '../../../shared/harvest/nearWords.ts';
import { sameKey } from '../../../shared/harvest/sameness.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './MergeChoice.module.css';

/** A word of the board that an idea can go up in. */
export type BoardWord = { readonly id: MarkId; readonly text: string; readonly times: number };

type MergeChoiceProps = { readonly word: string; readonly words: readonly BoardWord[]; readonly onMerge: (into: MarkId) => void; readonly onCancel: () => void };

/** So many words are offered at a time. */
const OFFERED = 6;

/** What may be meant: what is written alike, then what was named most; while one types, the words that have those letters. */
export function wordsToMerge(word: string, query: string, words: readonly BoardWord[]): readonly BoardWord[] {
  const key = sameKey(query);
  const starts = ({ text }: BoardWord): number => Number(sameKey(text).startsWith(key));
  const most = [...words].sort((a, b) => b.times - a.times || a.text.localeCompare(b.text));
  if (key !== '') return most.filter(({ text }) => sameKey(text).includes(key)).sort((a, b) => starts(b) - starts(a)).slice(0, OFFERED);
  const near = nearWords(word, most);
  return [...near, ...most.filter((one) => !near.includes(one))].slice(0, OFFERED);
}

/** Chooses the word of the board that says the same: the likeliest lie ready, the others are found by typing. */
export function MergeChoice({ word, words, onMerge, onCancel }: MergeChoiceProps) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const offered = wordsToMerge(word, query, words);
  const [first] = offered;
  return (
    <div
      className={styles.choice}
      role="group"
      aria-label={t('ideas.mergeWord', { word })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        className={styles.field}
        autoFocus
        value={query}
        aria-label={t('ideas.mergeFind')}
        placeholder={t('ideas.mergeFind')}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || query.trim() === '' || !first) return;
          event.preventDefault();
          onMerge(first.id);
        }}
      />
      <div className={styles.words} aria-live="polite">
        {offered.length === 0 && <p className={styles.none}>{t('ideas.mergeNone')}</p>}
        {offered.map(({ id, text, times }) => <Button key={id} onPress={() => onMerge(id)}>{text}{times > 1 && <span className={styles.times}> ×{times}</span>}</Button>)}
      </div>
      <Button kind="quiet" onPress={onCancel}>{t('app.cancel')}</Button>
    </div>
  );
}
