import type { Board } from '../board/board.ts';
import type { Command } from '../board/commands.ts';
import type { CardMark, Mention } from '../board/marks.ts';
import { colorOf, tidyWord, type RoomOf } from './catchWord.ts';
import { fitCard, settled } from './fitCard.ts';
import { sameKey } from './sameness.ts';

/**
 * Lets a word that is not on the board yet go up in a card that says the same in other words: the card gets its mentions
 * and grows as its room allows. The word is kept inside it, so that it can be taken out again, and so that the board knows
 * it the next time.
 * @param mentions who said it; not empty
 * @returns null for an empty word, or a card whose page is gone
 */
export function planMergeWord(board: Board, card: CardMark, text: string, mentions: readonly Mention[], roomOf: RoomOf): Command | null {
  const word = tidyWord(text);
  const room = roomOf(card.page);
  const [first] = mentions;
  if (word === '' || !room || !first) return null;
  const isSame = sameKey(word) === sameKey(card.text);
  const merged = isSame ? card.merged : [...card.merged, { text: word, mentions, color: colorOf(board, first.table), picture: [] }];
  const heard: CardMark = { ...card, mentions: [...card.mentions, ...mentions], merged };
  return { type: 'card.merge', into: card.placed ? fitCard(heard, card, room, board.tables) : settled(heard, room, board.tables), from: [] };
}
