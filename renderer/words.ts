import { useCallback } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Locale } from '../shared/board/board.ts';
import { nl } from '../shared/strings/nl.ts';
import { numberWord } from '../shared/strings/numberWord.ts';
import { flatWords, sayIn, type FlatWords, type WordKey, type WordValues } from '../shared/strings/words.ts';

type Spoken = { readonly locale: Locale; readonly words: FlatWords };

const dutch: Spoken = { locale: 'nl', words: flatWords(nl) };
/** What this window speaks. */
const spoken = createStore<Spoken>(() => dutch);
let asked: Locale = 'nl';

/** The words of a language; Dutch is always there, others are fetched when they are spoken. */
async function wordsOf(locale: Locale): Promise<Spoken> {
  return locale === 'nl' ? dutch : { locale, words: flatWords((await import('../shared/strings/en.ts')).en) };
}

/** Changes the language of all screens at once, and of the document for screen readers. */
export async function speak(locale: Locale): Promise<void> {
  asked = locale;
  const words = await wordsOf(locale);
  // Somebody may have changed their mind meanwhile.
  if (asked !== locale) return;
  spoken.setState(words);
  document.documentElement.lang = locale;
}

/** Says a text by its key; `values` fill its blanks, `count` chooses between one and more. */
export type Say = (key: WordKey, values?: WordValues) => string;

/** What a component needs to speak: texts, the language, and small numbers as words. */
export type UsedWords = { readonly t: Say; readonly locale: Locale; readonly n: (count: number) => string };

/** The words of the current language; the component is drawn again when it changes. */
export function useWords(): UsedWords {
  const { locale, words } = useStore(spoken);
  const t = useCallback<Say>((key, values) => sayIn(words, key, values), [words]);
  const n = useCallback((count: number) => numberWord(locale, count), [locale]);
  return { t, locale, n };
}
