import type { MarkId, PageId, TableId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import type { Command } from '../board/commands.ts';
import { layLines, type MeasureEm } from '../board/lettering.ts';
import type { CardMark, CardRole, Mention } from '../board/marks.ts';
import type { InkColor } from '../board/palette.ts';
import type { Point } from '../geometry/box.ts';
import { sizeForCount } from './cardSize.ts';
import { fitCard, placedOrWaiting, settled, staysClear } from './fitCard.ts';
import { AREA_OF, type PageRoom } from './pageRoom.ts';
import { findSame, sameKey } from './sameness.ts';

/** How a page looks now; null for a page that the board does not have. See `pageRoom`. */
export type RoomOf = (page: PageId) => PageRoom | null;

/** A word that somebody named, and what chance, clock and fonts add to it. */
export type Catch = {
  readonly board: Board;
  readonly page: PageId;
  readonly text: string;
  readonly role: CardRole;
  /** Null when it came from the plenary. */
  readonly table: TableId | null;
  readonly atMs: number;
  readonly newId: MarkId;
  /** Painting order of a new card. */
  readonly order: string;
  readonly measure: MeasureEm;
  readonly roomOf: RoomOf;
  /** The user says that it is another word than the one it looks like. */
  readonly apart?: boolean;
  /** Where the hand works on that page, so that a word without an area stands near it. */
  readonly near?: Point;
};

/** A longer text is cut: what is said in a room and lettered on a sheet is a few words. */
const MOST_LETTERS = 80;

/** Where lettering of a role is broken into lines, in ems. */
export const WIDEST_EM: { readonly [role in CardRole]: number } = { trait: 8.5, metaphor: 7, theme: 10, idea: 10, point: 30 };

/** A word as it will stand on the board: trimmed, single spaces, the user's own spelling, at most 80 letters. */
export function tidyWord(text: string): string {
  // Joiners and direction marks (U+200C–200F) belong to words of other scripts; everything else that is not seen goes.
  const word = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign >= '\u200c' && sign <= '\u200f' ? sign : ' ')).replace(/\s+/g, ' ').trim();
  return [...word].slice(0, MOST_LETTERS).join('').trim();
}

/** The colour in which a table's words are lettered; the outliner for the plenary. */
export function colorOf(board: Board, table: TableId | null): InkColor {
  return (table !== null && board.tables[table]?.color) || 'ink';
}

/** What pressing Enter would do, for the line beside the word catcher; null while there is no word. */
export function previewCatch(board: Board, role: CardRole, text: string): { readonly kind: 'new' } | { readonly kind: 'grows'; readonly card: CardMark; readonly times: number } | null {
  const word = tidyWord(text);
  if (word === '') return null;
  const card = findSame(board, role, word);
  return card ? { kind: 'grows', card, times: card.mentions.length + 1 } : { kind: 'new' };
}

/** A card as it first comes about, not placed yet. */
export function newCard({ board, page, text, role, table, atMs, newId, order, measure }: Omit<Catch, 'roomOf'>): CardMark {
  const word = tidyWord(text);
  return {
    kind: 'card', id: newId, page, layer: 'harvest', order, matrix: [1, 0, 0, 1, 0, 0], locked: false, role, text: word,
    lines: layLines(word, 'kop', measure, WIDEST_EM[role]), sizeUnits: sizeForCount(1, role), color: colorOf(board, table),
    mentions: [{ table, atMs }], picture: [], placed: false, merged: [],
  };
}

/**
 * What catching a word does, as one command: a new card, placed or waiting; or one more mention of the card that has this
 * word already, which then grows as its room allows.
 * @returns null for an empty word or an unknown page
 */
export function planCatch(input: Catch): Command | null {
  const word = tidyWord(input.text);
  if (word === '') return null;
  const same = findSame(input.board, input.role, word);
  const apart = input.apart === true && same !== undefined && sameKey(same.text) !== sameKey(word);
  if (same && !apart) return planMention(input.board, same, { table: input.table, atMs: input.atMs }, input.roomOf);
  const room = input.roomOf(input.page);
  if (!room) return null;
  const marks = [placedOrWaiting(newCard(input), room, input.board.tables, input.near)];
  return { type: 'marks.put', what: 'catch', marks, ...(same ? { rulings: [{ a: same.text, b: word, same: false }] } : {}) };
}

/** One more mention of a card; a waiting card looks for a place again, now with its new weight. */
function planMention(board: Board, card: CardMark, mention: Mention, roomOf: RoomOf): Command | null {
  const room = roomOf(card.page);
  if (!room) return null;
  const heard: CardMark = { ...card, mentions: [...card.mentions, mention] };
  const fitted = card.placed ? fitCard(heard, card, room, board.tables) : settled(heard, room, board.tables);
  if (fitted.placed !== card.placed) return { type: 'marks.put', what: 'catch', marks: [fitted] };
  return { type: 'card.mention', id: card.id, mention, sizeUnits: fitted.sizeUnits, matrix: fitted.matrix };
}

/**
 * Gives a mention to another table, as the keys 1–7 do with the last word. The word takes the colour of the table that
 * named it first. Where a disk more does not fit, the word makes room as if it was named again.
 * @param mention its index in the card's mentions
 */
export function planReattribute(board: Board, card: CardMark, mention: number, table: TableId | null, roomOf: RoomOf): Command | null {
  const said = card.mentions[mention];
  const room = roomOf(card.page);
  if (!said || !room || said.table === table) return null;
  const color = mention === 0 ? colorOf(board, table) : card.color;
  const mentions = card.mentions.map((one, i) => (i === mention ? { ...one, table } : one));
  const changed: CardMark = { ...card, mentions, color };
  if (!card.placed || staysClear(changed, card, room, board.tables)) return { type: 'card.reattribute', id: card.id, mention, table, color };
  return { type: 'marks.put', what: 'edit', marks: [fitCard(changed, card, room, board.tables)] };
}

/** Makes a card one of another role, in that role's size; it stays where it is when the page has no area for it. */
export function planRole(board: Board, card: CardMark, role: CardRole, measure: MeasureEm, roomOf: RoomOf): Command | null {
  const room = roomOf(card.page);
  if (card.role === role || !room) return null;
  const changed: CardMark = { ...card, role, lines: layLines(card.text, 'kop', measure, WIDEST_EM[role]), sizeUnits: sizeForCount(1, role) };
  const moves = !card.placed || room.areas.some((area) => area.role === AREA_OF[role]);
  const before: CardMark = { ...card, sizeUnits: changed.sizeUnits };
  const fitted = moves ? settled(changed, room, board.tables) : fitCard(changed, before, room, board.tables);
  return { type: 'marks.put', what: 'edit', marks: [fitted] };
}

/**
 * Corrects the spelling of a card. Its size, mentions and place stay, unless the new word needs more room.
 * @returns null when nothing changes
 */
export function planRename(board: Board, card: CardMark, text: string, measure: MeasureEm, roomOf: RoomOf): Command | null {
  const word = tidyWord(text);
  const room = roomOf(card.page);
  if (word === '' || word === card.text || !room) return null;
  const changed: CardMark = { ...card, text: word, lines: layLines(word, 'kop', measure, WIDEST_EM[card.role]) };
  const clear = !card.placed || staysClear(changed, card, room, board.tables);
  return { type: 'marks.put', what: 'edit', marks: [clear ? changed : fitCard(changed, card, room, board.tables)] };
}
