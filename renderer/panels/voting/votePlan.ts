import type { MarkId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { RoundRule } from '../../../shared/board/round.ts';
import type { VotingWay, VotingWays } from '../../../shared/contract/rounds.ts';
import { sameKey } from '../../../shared/harvest/sameness.ts';
import { defaultDots } from '../../../shared/voting/tableTally.ts';
import type { VoteDraft, VoteRole } from '../../state/voteDraft.ts';

/** Roles in the order in which they are offered. */
export const VOTE_ROLES: readonly VoteRole[] = ['metaphor', 'trait', 'theme', 'idea'];

/** A card that may become a candidate. */
export type VoteCard = { readonly id: MarkId; readonly label: string; readonly role: VoteRole; readonly times: number };

/** What opens a round. */
export type VotePlan = {
  readonly question: string;
  readonly candidates: readonly MarkId[];
  readonly rule: RoundRule;
  readonly ways: VotingWays;
  readonly minutes: number | null;
};

/** More than this a room cannot keep apart: not proposed, and the second number is not to be had at all. */
const MOST_PROPOSED = 8;
export const MOST_CANDIDATES = 12;
/** From this many cards on there is a field to find one. */
export const FILTER_FROM = 13;
/** Dots that one person may get when they can be piled. */
const MOST_PILED = 10;

/** The role that is voted on: as it was chosen, else the first that has two cards, else metaphors. */
export function roleOf(draft: VoteDraft, cards: readonly VoteCard[]): VoteRole {
  const count = (role: VoteRole): number => cards.filter((card) => card.role === role).length;
  return draft.role ?? VOTE_ROLES.find((role) => count(role) >= 2) ?? VOTE_ROLES.find((role) => count(role) > 0) ?? 'metaphor';
}

/** The candidates: what was chosen and still is there, else the first eight. In the order of the cards. */
export function chosenOf(draft: VoteDraft, cards: readonly VoteCard[]): readonly VoteCard[] {
  const { chosen } = draft;
  return chosen === null ? cards.slice(0, MOST_PROPOSED) : cards.filter(({ id }) => chosen.includes(id));
}

/** Puts a card among the candidates or takes it out; a thirteenth is not taken. */
export function toggled(chosen: readonly VoteCard[], id: MarkId): readonly MarkId[] {
  const ids = chosen.map((card) => card.id);
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length >= MOST_CANDIDATES ? ids : [...ids, id];
}

/** The most dots that a person can get: one fewer than there are candidates, unless they can be piled. */
export function mostDots(candidates: number, piling: boolean): number {
  return piling ? MOST_PILED : Math.max(1, candidates - 1);
}

/** The rule of a draft for so many candidates. Piling starts with two dots: one alone cannot be piled. */
export function ruleOf({ dots, piling }: VoteDraft, candidates: number): RoundRule {
  const dotsPerPerson = Math.min(Math.max(dots ?? defaultDots(candidates), piling ? 2 : 1), mostDots(candidates, piling));
  return { dotsPerPerson, atMostPerCandidate: piling ? dotsPerPerson : 1 };
}

/** How each table votes. @param otherwise for tables about which nothing was said */
export function waysOf(draft: Pick<VoteDraft, 'ways'>, tables: readonly Table[], otherwise: VotingWay): VotingWays {
  return Object.fromEntries(tables.map(({ id }) => [id, draft.ways[id] ?? otherwise]));
}

/** The one way in which all tables vote, or null when they differ. Tables without people do not count. */
export function commonWay(ways: VotingWays, tables: readonly Table[]): VotingWay | null {
  const [first, ...rest] = [...new Set(tables.filter(({ heads }) => heads > 0).map(({ id }) => ways[id]))];
  return first !== undefined && rest.length === 0 ? first : null;
}

/** The cards in which a text is found, by the form in which words are compared. */
export function cardsWith(text: string, cards: readonly VoteCard[]): readonly VoteCard[] {
  const key = sameKey(text);
  return key === '' ? cards : cards.filter(({ label }) => sameKey(label).includes(key));
}
