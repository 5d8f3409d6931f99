import type { MarkId } from '../base/ids.ts';
import { markOf } from '../board/buckets.ts';
import type { Command } from '../board/commands.ts';
import type { CardMark, Mark } from '../board/marks.ts';
import { contains, grow, overlaps, unionOf, type Box, type Point } from '../geometry/box.ts';
import { boundsOfCard } from './cardLayout.ts';
import { newCard, tidyWord, type Catch } from './catchWord.ts';
import { movedTo, placedOrWaiting } from './fitCard.ts';
import { OUTLINE_UNITS, type PageRoom } from './pageRoom.ts';
import { GAP_UNITS } from './placement.ts';
import { findSame } from './sameness.ts';

/** A drawing that is given a name. */
export type Naming = Catch & {
  readonly ids: readonly MarkId[];
  /** The upright box of a mark on its page, as the scene knows it. */
  readonly boundsOf: (mark: Mark) => Box;
};

/** Places for a name, the best first: under the drawing in the middle, a little lower or aside, over it, beside it. */
function placesAround(drawing: Box, name: Box): readonly Point[] {
  const middle = drawing.x + drawing.w / 2 - name.w / 2;
  const under = drawing.y + drawing.h + GAP_UNITS;
  const places: Point[] = [];
  for (const down of [0, 8, 16, 28]) for (const aside of [0, -20, 20, -44, 44, -70, 70]) places.push({ x: middle + aside, y: under + down });
  for (const aside of [0, -20, 20, -44, 44]) places.push({ x: middle + aside, y: drawing.y - name.h - GAP_UNITS });
  for (const down of [0.7, 0.5, 0.3]) {
    const y = drawing.y + drawing.h * down - name.h / 2;
    places.push({ x: drawing.x + drawing.w + GAP_UNITS * 2, y }, { x: drawing.x - name.w - GAP_UNITS * 2, y });
  }
  return places;
}

function besideDrawing(card: CardMark, drawing: Box, room: PageRoom, tables: Catch['board']['tables']): CardMark {
  const name = boundsOfCard(card, tables);
  const sheet = grow({ x: 0, y: 0, ...room.page.size }, -OUTLINE_UNITS / 2);
  const taken = room.taken.map(({ box }) => grow(box, GAP_UNITS - 0.5)).filter((box) => overlaps(box, grow(drawing, name.w + name.h)));
  const free = placesAround(drawing, name).find((at) => {
    const box = { ...name, x: at.x, y: at.y };
    return contains(sheet, box) && !taken.some((other) => overlaps(other, box));
  });
  if (free) return { ...movedTo(card, free, tables), placed: true };
  return placedOrWaiting(card, room, tables, { x: drawing.x + drawing.w / 2, y: drawing.y + drawing.h + name.h }, true);
}

/**
 * Names a drawing as a trait, a metaphor or whatever role: its name is lettered under it, and the drawing is its picture on
 * ballot, room screen and charter. A word that stands on the board already gets the drawing
 * and stays where it is; one that waits comes to its drawing.
 * @returns null for an empty name or an empty selection; cards in the selection are no part of the drawing
 */
export function planNameSelection(naming: Naming): Command | null {
  const { board, ids, text, role, boundsOf } = naming;
  const marks = ids.map((id) => markOf(board, id)).filter((mark): mark is Mark => mark !== undefined && mark.kind !== 'card');
  const drawing = unionOf(marks.map(boundsOf));
  const page = marks[0]?.page;
  const room = page && naming.roomOf(page);
  if (tidyWord(text) === '' || !drawing || !page || !room) return null;
  const picture = marks.filter((mark) => mark.page === page).map(({ id }) => id);
  const same = findSame(board, role, text);
  if (same) {
    const drawn: CardMark = { ...same, picture };
    return { type: 'marks.put', what: 'name', marks: [same.placed ? drawn : besideDrawing({ ...drawn, page }, drawing, room, board.tables)] };
  }
  const card: CardMark = { ...newCard({ ...naming, page }), picture };
  return { type: 'marks.put', what: 'name', marks: [besideDrawing(card, drawing, room, board.tables)] };
}
