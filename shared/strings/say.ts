import type { Locale } from '../board/board.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { flatWords, sayIn, type FlatWords, type WordKey, type WordValues } from './words.ts';

/** All texts of both languages by their whole key. */
export const WORDS: { readonly [locale in Locale]: FlatWords } = { nl: flatWords(nl), en: flatWords(en) };

/** Says a text in a language that is chosen then and there: menus of the shell, the command line, errors, the room. */
export function say(locale: Locale, key: WordKey, values: WordValues = {}): string {
  return sayIn(WORDS[locale], key, values);
}
