import type { Locale } from '../../../shared/board/board.ts';
import type { Say } from '../../words.ts';

/** The time of day as it is written in the language: 14.32 or 14:32. */
export function timeText(locale: Locale, atMs: number): string {
  const text = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-BE' : 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);
  return locale === 'nl' ? text.replace(':', '.') : text;
}

/** When something was, in words: "vandaag 14.32", "gisteren 9.05", "12 november", with the year when it is another one. */
export function whenText(t: Say, locale: Locale, nowMs: number, atMs: number): string {
  const now = new Date(nowMs);
  const at = new Date(atMs);
  const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const time = timeText(locale, atMs);
  if (days === 0) return t('start.today', { time });
  if (days === 1) return t('start.yesterday', { time });
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-BE' : 'en-GB', {
    day: 'numeric', month: 'long', ...(now.getFullYear() === at.getFullYear() ? {} : { year: 'numeric' }),
  }).format(at);
}
