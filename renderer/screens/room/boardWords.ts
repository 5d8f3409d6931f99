import type { Locale } from '../../../shared/board/board.ts';
import { numberWord } from '../../../shared/strings/numberWord.ts';
import { say } from '../../../shared/strings/say.ts';
import type { WordKey, WordValues } from '../../../shared/strings/words.ts';

/** The room hears the language of its board, whatever language the desk works in. */
export type BoardWords = { readonly t: (key: WordKey, values?: WordValues) => string; readonly n: (count: number) => string };

/** The words for what the room sees of a board, and small numbers as words. */
export function boardWords(locale: Locale): BoardWords {
  return { t: (key, values) => say(locale, key, values), n: (count) => numberWord(locale, count) };
}
