import type { IdeaId, TableId } from '../base/ids.ts';

/** What phones may send besides a vote: what the neighbourhood is like, or what it is as. */
export type IdeaKind = 'trait' | 'metaphor';

/** So many signs an idea may have: a word or a short sentence, since it is to be lettered. */
export const LONGEST_IDEA = 80;

/** Something that a phone sent, in the inbox of the facilitator until it is placed on the board. */
export type Idea = {
  readonly id: IdeaId;
  readonly kind: IdeaKind;
  /** One line, at most `LONGEST_IDEA` signs. */
  readonly text: string;
  /** Where it came from, so that it can have that table's colour. */
  readonly table: TableId;
  /** Dropped ones are kept until the inbox is full, so that dropping can be taken back. */
  readonly state: 'waiting' | 'dropped';
};

/** The inbox of a board. Nothing of it is on the board, in its journal or in its file. */
export type IdeasView = { readonly open: boolean; readonly ideas: readonly Idea[] };
