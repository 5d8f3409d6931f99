import { sentenceCase } from '../../../shared/strings/numberWord.ts';
import type { UsedWords } from '../../words.ts';

/** What is said of a countdown that ended. @param waits whether something is still to be counted */
export function timeText({ t, locale }: UsedWords, time: 'up' | 'missed', waits: boolean): string {
  if (time === 'missed') return t('round.timeMissed');
  return waits ? t('round.timeUp') : `${sentenceCase(locale, t('order.timeUp'))}.`;
}
