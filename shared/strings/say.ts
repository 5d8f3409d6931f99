import type { Locale } from '../board/board.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { flatWords, type FlatWords, type WordKey, type WordValues } from './words.ts';

/** All texts of both languages by their whole key. */
export const WORDS: { readonly [locale in Locale]: FlatWords } = { nl: flatWords(nl), en: flatWords(en) };

/**
 * Says a text where there is no i18next: menus of the shell, the command line, errors.
 * Chooses between `_one` and `_other` by `values.count`; an unfilled blank stays empty.
 */
export function say(locale: Locale, key: WordKey, values: WordValues = {}): string {
  const words = WORDS[locale];
  const plural = typeof values.count === 'number' ? words[`${key}_${values.count === 1 ? 'one' : 'other'}`] : undefined;
  const text = plural ?? words[key] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
