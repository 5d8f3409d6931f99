import type { Board, Charter, Locale } from '../board/board.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { CardMark } from '../board/marks.ts';

const HEADING: { readonly [locale in Locale]: string } = { nl: 'Samenwerkingscharter', en: 'Charter of collaboration' };

/** The dream in one sentence, from the metaphor that the room chose. English needs another article before a vowel. */
const DREAM: { readonly [locale in Locale]: (metaphor: string) => string } = {
  nl: (metaphor) => `Onze droomwijk is als een ${metaphor}`,
  en: (metaphor) => `Our dream neighbourhood is like ${/^[aeiou]/i.test(metaphor) ? 'an' : 'a'} ${metaphor}`,
};

/** The points that the room named, in the order in which they were named. */
function pointsOnBoard(board: Board): readonly CardMark[] {
  const points = marksOfKind(board, 'card').filter(({ role }) => role === 'point');
  const first = (card: CardMark): number => card.mentions[0]?.atMs ?? 0;
  return points.sort((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1));
}

/** The traits that were heard most, most first, for the line under the dream. */
export function traitsHeard(board: Board, most: number): readonly { readonly text: string; readonly times: number }[] {
  const traits = marksOfKind(board, 'card').filter(({ role }) => role === 'trait');
  return traits
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text, mentions }) => ({ text, times: mentions.length }));
}

/**
 * Fills a charter from the board. What was typed stays as it was typed; points of the board that are not in it yet come
 * after, and empty fields are filled.
 * @param winner the metaphor that the room chose, or null while there is none
 * @param blanks whether points without words stay, as where one is about to type them
 */
export function charterFromBoard(board: Board, winner: string | null, blanks: 'kept' | 'dropped' = 'dropped'): Charter {
  const { charter, locale } = board;
  const typed = blanks === 'kept' ? charter.points : charter.points.filter(({ text }) => text.trim() !== '');
  const known = new Set(typed.map(({ text }) => keyOf(text)));
  const named = pointsOnBoard(board).filter(({ text }) => !known.has(keyOf(text)) && known.add(keyOf(text)));
  return {
    ...charter,
    heading: charter.heading || HEADING[locale],
    place: charter.place || board.title,
    dream: charter.dream || (winner ? DREAM[locale](winner) : ''),
    points: [...typed, ...named.map(({ text }) => ({ text, more: '' }))],
  };
}

const keyOf = (text: string): string => text.trim().toLowerCase();
