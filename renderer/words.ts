import { createInstance, type i18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Locale } from '../shared/board/board.ts';
import { numberWord } from '../shared/strings/numberWord.ts';
import { WORDS } from '../shared/strings/say.ts';
import type { WordKey, WordValues } from '../shared/strings/words.ts';

/** The one i18next of a window. */
const words: i18n = createInstance();

/** Loads both languages and speaks one of them; call once before the first screen. */
export async function startWords(locale: Locale): Promise<void> {
  await words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'nl',
    resources: { nl: { translation: WORDS.nl }, en: { translation: WORDS.en } },
    // Keys hold dots of their own (`undo.marks.put`), and React escapes by itself.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = locale;
}

/** Changes the language of all screens at once, and of the document for screen readers. */
export async function speak(locale: Locale): Promise<void> {
  await words.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** Says a text by its key; `values` fill its blanks, `count` chooses between one and more. */
export type Say = (key: WordKey, values?: WordValues) => string;

/** What a component needs to speak: texts, the language, and small numbers as words. */
export type UsedWords = { readonly t: Say; readonly locale: Locale; readonly n: (count: number) => string };

/** The words of the current language; the component is drawn again when it changes. */
export function useWords(): UsedWords {
  const { i18n: current } = useTranslation('translation', { i18n: words });
  const locale: Locale = current.language === 'en' ? 'en' : 'nl';
  const t = useCallback<Say>((key, values) => words.t(key, { lng: locale, ...values }) as string, [locale]);
  const n = useCallback((count: number) => numberWord(locale, count), [locale]);
  return { t, locale, n };
}
