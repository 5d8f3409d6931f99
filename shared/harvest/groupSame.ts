import { sameWord } from './sameness.ts';

/** A word before it is on the board, and what it says of the neighbourhood. */
type Said = { readonly kind: string; readonly text: string };

/**
 * Puts together what several people said alike, in the order in which each word came first: of one kind, and one word on
 * the board.
 */
export function groupSame<Item extends Said>(items: readonly Item[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.find(([first]) => first !== undefined && first.kind === item.kind && sameWord(first.text, item.text));
    if (group) group.push(item); else groups.push([item]);
  }
  return groups;
}
