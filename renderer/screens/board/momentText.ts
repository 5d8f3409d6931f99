import type { Locale } from '../../../shared/board/board.ts';
import type { Say } from '../../words.ts';
import { timeText } from '../../panels/parts/whenText.ts';

/** When something was drawn: "om 14.32" on the day itself, "op 3 maart, 14.32" on another. */
export function momentText(t: Say, locale: Locale, nowMs: number, atMs: number): string {
  const at = new Date(atMs), now = new Date(nowMs);
  const time = timeText(locale, atMs);
  if (at.toDateString() === now.toDateString()) return t('playback.today', { time });
  const day = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-BE' : 'en-GB', { day: 'numeric', month: 'long', ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }) }).format(at);
  return t('playback.onDay', { day, time });
}
