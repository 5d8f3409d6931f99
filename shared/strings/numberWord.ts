import type { Locale } from '../board/board.ts';

const UP_TO_TWELVE: { readonly [locale in Locale]: readonly string[] } = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};

/** A small whole number as a word, as one says it in a sentence; from thirteen on in digits. */
export function numberWord(locale: Locale, count: number): string {
  return UP_TO_TWELVE[locale][count] ?? String(count);
}

/** The text with a capital first letter, as at the start of a sentence; Dutch "ij" becomes "IJ" and "één" becomes "Eén". */
export function sentenceCase(locale: Locale, text: string): string {
  if (locale === 'nl' && text.startsWith('één')) return `Eén${text.slice(3)}`;
  const first = locale === 'nl' && text.startsWith('ij') ? 2 : 1;
  return text.slice(0, first).toUpperCase() + text.slice(first);
}

/** A list as one says it: "4, 6 en 7". */
export function spokenList(items: readonly (string | number)[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;
}
