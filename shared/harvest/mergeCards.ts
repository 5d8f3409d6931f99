import type { MarkId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import type { Command } from '../board/commands.ts';
import { layLines, type MeasureEm } from '../board/lettering.ts';
import type { CardMark, Mention, MergedCard } from '../board/marks.ts';
import { sizeForCount } from './cardSize.ts';
import { WIDEST_EM, type RoomOf } from './catchWord.ts';
import { fitCard, settled } from './fitCard.ts';
import { roomWith, roomWithout } from './pageRoom.ts';
import { sameKey } from './sameness.ts';

const byTime = (a: Mention, b: Mention): number => a.atMs - b.atMs;

/** The mentions of a list without those of another, each taken away once. */
function without(mentions: readonly Mention[], gone: readonly Mention[]): readonly Mention[] {
  const left = [...mentions];
  for (const mention of gone) {
    const at = left.findIndex(({ table, atMs }) => table === mention.table && atMs === mention.atMs);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** What is kept of a card when it goes up in another: itself, and apart from it what had gone up in it before. */
function keptOf(card: CardMark): readonly MergedCard[] {
  const own = without(card.mentions, card.merged.flatMap(({ mentions }) => mentions));
  const lent = new Set(card.merged.flatMap(({ picture }) => picture));
  const picture = card.picture.filter((id) => !lent.has(id));
  return [{ text: card.text, mentions: own, color: card.color, picture }, ...card.merged];
}

/**
 * Merges cards into one, which keeps its word, gathers all mentions and grows as its room allows. A drawing of the others
 * becomes its picture when it has none. The others are kept whole inside it, so that `planSplit` can take them out again.
 * @returns null when there is nothing to merge
 */
export function planMerge(board: Board, cards: readonly CardMark[], into: CardMark, roomOf: RoomOf): Command | null {
  const others = cards.filter(({ id }) => id !== into.id);
  const page = roomOf(into.page);
  if (others.length === 0 || !page) return null;
  const from = others.map(({ id }) => id);
  const room = roomWithout(page, from);
  const borrowed = others.find(({ picture }) => picture.length > 0)?.picture ?? [];
  const merged: CardMark = {
    ...into,
    mentions: [...into.mentions, ...others.flatMap(({ mentions }) => mentions)].sort(byTime),
    merged: [...into.merged, ...others.flatMap(keptOf)],
    picture: into.picture.length > 0 ? into.picture : borrowed,
  };
  const fitted = into.placed ? fitCard(merged, into, room, board.tables) : settled(merged, room, board.tables);
  return { type: 'card.merge', into: fitted, from };
}

/** What splitting a card needs from outside: an id and an order for each card that comes out of it. */
export type SplitPlan = {
  readonly board: Board;
  readonly card: CardMark;
  readonly newIds: readonly MarkId[];
  readonly orders: readonly string[];
  readonly measure: MeasureEm;
  readonly roomOf: RoomOf;
};

/**
 * Takes everything out again that was merged into a card: each with its word, mentions, colour and picture, near the card
 * or waiting. What the card was named since stays with it.
 * @returns null when nothing was merged into it, or ids or orders are too few
 */
export function planSplit({ board, card, newIds, orders, measure, roomOf }: SplitPlan): Command | null {
  const page = roomOf(card.page);
  if (card.merged.length === 0 || newIds.length < card.merged.length || orders.length < card.merged.length || !page) return null;
  const left = without(card.mentions, card.merged.flatMap(({ mentions }) => mentions));
  const lent = new Set(card.merged.flatMap(({ picture }) => picture));
  const sizeUnits = Math.min(card.sizeUnits, sizeForCount(left.length, card.role));
  const rest: CardMark = { ...card, mentions: left, merged: [], picture: card.picture.filter((id) => !lent.has(id)), sizeUnits };
  const marks = [card.placed ? fitCard(rest, rest, roomWithout(page, [card.id]), board.tables) : rest];
  card.merged.forEach((entry, i) => {
    const out: CardMark = {
      ...card, id: newIds[i] as MarkId, order: orders[i] as string, matrix: [1, 0, 0, 1, 0, 0], locked: false, placed: false,
      text: entry.text, lines: layLines(entry.text, 'kop', measure, WIDEST_EM[card.role]), sizeUnits: sizeForCount(1, card.role), color: entry.color,
      mentions: entry.mentions, picture: entry.picture, merged: [],
    };
    marks.push(settled(out, roomWith(roomWithout(page, [card.id]), marks, board.tables), board.tables));
  });
  const rulings = card.merged.filter(({ text }) => sameKey(text) !== sameKey(card.text)).map(({ text }) => ({ a: card.text, b: text, same: false }));
  return { type: 'marks.put', what: 'split', marks, ...(rulings.length > 0 ? { rulings } : {}) };
}
