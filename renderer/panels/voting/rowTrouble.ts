import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import { sentenceCase } from '../../../shared/strings/numberWord.ts';
import { checkTableDots, sumOfDots, type Dots } from '../../../shared/voting/tableTally.ts';
import type { UsedWords } from '../../words.ts';
import type { TallyLine } from './tallyLines.ts';

/** What is wrong with a table's count, in words: the finding and why. */
export type RowTrouble = { readonly what: string; readonly why: string };

/** One sentence with the number in it about a row that does not add up, or null when it does. @param number the table's, null for the hands */
export function rowTrouble({ t, n, locale }: UsedWords, number: number | null, heads: number, dots: Dots, candidates: readonly Candidate[], rule: RoundRule): RowTrouble | null {
  const { tooMany } = checkTableDots(dots, heads, rule);
  if (tooMany === 0) return null;
  const people = t('voting.people', { count: heads, n: n(heads) });
  const each = t('voting.dotsOf', { count: rule.dotsPerPerson, n: n(rule.dotsPerPerson) });
  const allowed = heads * rule.dotsPerPerson;
  const over = candidates.find(({ id }) => (dots[id] ?? 0) > heads * rule.atMostPerCandidate);
  if (over && sumOfDots(dots) <= allowed) {
    const count = dots[over.id] ?? 0;
    const what = { dots: t('voting.dotsOf', { count, n: n(count) }), candidate: over.label };
    return {
      what: number === null ? t('round.handsOver', what) : t('voting.overHeads', { number, ...what }),
      why: rule.atMostPerCandidate > 1 ? t('round.overHeadsPiled', { people, dots: each }) : t('voting.overHeadsWhy', { people }),
    };
  }
  const many = { count: tooMany, n: n(tooMany) };
  return {
    what: number === null ? t('round.handsTooMany', many) : t('voting.tooMany', { ...many, number }),
    why: sentenceCase(locale, t('voting.tooManyWhy', { people, dots: each, counted: n(sumOfDots(dots)) })),
  };
}

/** What is odd about a line of the grid, in words; null when nothing is. */
export function lineTrouble(words: UsedWords, line: TallyLine, candidates: readonly Candidate[], rule: RoundRule): RowTrouble | null {
  const { t, n } = words;
  if (line.kind === 'hands') return rowTrouble(words, null, line.heads, line.dots, candidates, rule);
  const { number } = line.table;
  switch (line.way) {
    case 'paper': return rowTrouble(words, number, line.heads, line.dots, candidates, rule);
    case 'phones': return line.phones <= line.heads ? null : {
      what: t('round.phonesOver', { number, n: n(line.phones), people: t('voting.people', { count: line.heads, n: n(line.heads) }) }),
      why: t('round.phonesOverWhy'),
    };
    case 'hands': return null;
  }
}
