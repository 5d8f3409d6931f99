import type { Locale } from '../board/board.ts';

const MONTHS: { readonly [locale in Locale]: readonly string[] } = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** A day that is kept as `2027-11-20` as one writes it: "20 november 2027". What is no day comes back as it is. */
export function dayText(locale: Locale, day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[locale][Number(month) - 1];
  return year === undefined || date === undefined || name === undefined ? day : `${Number(date)} ${name} ${year}`;
}
