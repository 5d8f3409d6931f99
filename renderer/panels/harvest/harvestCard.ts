import type { MarkId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { CardRole } from '../../../shared/board/marks.ts';

/** A word of the board as the harvest lists it. */
export type HarvestCard = {
  readonly id: MarkId;
  readonly role: CardRole;
  readonly text: string;
  /** How often it was named. */
  readonly times: number;
  /** The tables that named it, each once; empty when only the whole room did. */
  readonly tables: readonly Table[];
  readonly placed: boolean;
  readonly hasPicture: boolean;
  /** Words that were merged into it, in the order of its `merged` list. */
  readonly merged: readonly string[];
};

/** A heading of the harvest and its words. */
export type HarvestGroup = { readonly key: 'waiting' | 'metaphors' | 'traits' | 'themes' | 'ideas' | 'points'; readonly cards: readonly HarvestCard[] };

const ROLES: readonly (readonly [HarvestGroup['key'], CardRole])[] = [
  ['metaphors', 'metaphor'], ['traits', 'trait'], ['themes', 'theme'], ['ideas', 'idea'], ['points', 'point'],
];

/** The words by what they are, most named first; what waits for a place comes before all. Empty groups are left out. */
export function harvestGroups(cards: readonly HarvestCard[]): readonly HarvestGroup[] {
  const byTimes = (a: HarvestCard, b: HarvestCard): number => b.times - a.times || a.text.localeCompare(b.text);
  const waiting = cards.filter(({ placed }) => !placed).sort(byTimes);
  const groups: readonly HarvestGroup[] = [
    { key: 'waiting', cards: waiting },
    ...ROLES.map(([key, role]) => ({ key, cards: cards.filter((card) => card.placed && card.role === role).sort(byTimes) })),
  ];
  return groups.filter((group) => group.cards.length > 0);
}
