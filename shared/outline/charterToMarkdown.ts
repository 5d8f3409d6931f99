import type { Charter, Locale } from '../board/board.ts';
import { oneLine } from './describeMark.ts';
import { plainMarkdown } from './outlineToMarkdown.ts';

const WORDS = {
  nl: { heading: 'Samenwerkingscharter', carriedBy: 'Gedragen door', signers: 'Ondertekenaars' },
  en: { heading: 'Charter of collaboration', carriedBy: 'Carried by', signers: 'Signed by' },
} as const satisfies { readonly [locale in Locale]: object };

/** What the room agreed, as a section of the text twin; empty when nothing was. Names of people are never in it. */
export function charterToMarkdown(charter: Charter, locale: Locale): string {
  const words = WORDS[locale];
  const points = charter.points.filter(({ text }) => oneLine(text) !== '');
  if (points.length === 0 && oneLine(charter.dream) === '') return '';
  const line = (text: string): readonly string[] => (oneLine(text) === '' ? [] : [plainMarkdown(oneLine(text)), '']);
  const roles = charter.roles.map(oneLine).filter((role) => role !== '');
  const lines = [
    `## ${plainMarkdown(oneLine(charter.heading) || words.heading)}`, '',
    ...line(charter.place), ...line(charter.dream),
    ...points.map(({ text, more }, i) => `${i + 1}. ${plainMarkdown(oneLine(text))}${oneLine(more) === '' ? '' : `: ${plainMarkdown(oneLine(more))}`}`),
    ...(points.length > 0 ? [''] : []),
    ...(oneLine(charter.carriedBy) === '' ? [] : line(`${words.carriedBy}: ${charter.carriedBy}`)),
    ...(roles.length > 0 ? [`${words.signers}: ${roles.map(plainMarkdown).join(', ')}`, ''] : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
