import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import { sentenceCase } from '../../../shared/strings/numberWord.ts';
import { checkTableDots, sumOfDots, type Dots } from '../../../shared/voting/tableTally.ts';
import type { UsedWords } from '../../words.ts';

/** What is wrong with a table's count, in words: the finding and why. */
export type RowTrouble = { readonly what: string; readonly why: string };

/** One sentence with the number in it about a row that does not add up, or null when it does. */
export function rowTrouble({ t, n, locale }: UsedWords, number: number, heads: number, dots: Dots, candidates: readonly Candidate[], rule: RoundRule): RowTrouble | null {
  const { tooMany } = checkTableDots(dots, heads, rule);
  if (tooMany === 0) return null;
  const people = t('voting.people', { count: heads, n: n(heads) });
  const allowed = heads * rule.dotsPerPerson;
  const over = candidates.find(({ id }) => (dots[id] ?? 0) > heads);
  if (over && sumOfDots(dots) <= allowed) {
    const count = dots[over.id] ?? 0;
    return {
      what: t('voting.overHeads', { number, dots: t('voting.dotsOf', { count, n: n(count) }), candidate: over.label }),
      why: t('voting.overHeadsWhy', { people }),
    };
  }
  const each = t('voting.dotsOf', { count: rule.dotsPerPerson, n: n(rule.dotsPerPerson) });
  return {
    what: t('voting.tooMany', { count: tooMany, n: n(tooMany), number }),
    why: sentenceCase(locale, t('voting.tooManyWhy', { people, dots: each, counted: n(sumOfDots(dots)) })),
  };
}
