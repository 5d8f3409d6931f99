import type { TableId } from '../base/ids.ts';
import type { Table } from '../board/board.ts';
import type { CardMark } from '../board/marks.ts';
import { centreOf, commonOf, contains, grow, overlaps, unionOf, type Box, type Point } from '../geometry/box.ts';
import { compose, tidy, translation, type Matrix } from '../geometry/matrix.ts';
import { boundsOfCard } from './cardLayout.ts';
import { sizeForCount, sizesToTry } from './cardSize.ts';
import { groundFor, OUTLINE_UNITS, roomAround, type PageRoom } from './pageRoom.ts';
import { GAP_UNITS, middleOf, placeCard } from './placement.ts';

type Tables = { readonly [id: TableId]: Table };

/** Below this no word can be read in the room (36 px on a sheet 2400 px wide); it waits instead. */
const LEAST_UNITS = 18;
/** Steps in which a growing word looks for a place around its own. */
const SHIFT_UNITS = 6;
/** How far a word may move without it seeming to be another one. */
const LITTLE_UNITS = 36;

/** The card moved so that the top left of its box comes to a place on the page. */
export function movedTo(card: CardMark, corner: Point, tables: Tables): CardMark {
  const box = boundsOfCard(card, tables);
  return { ...card, matrix: tidy(compose(translation(corner.x - box.x, corner.y - box.y), card.matrix)) };
}

/**
 * Finds a first place for a card: in the area of its role, or near its kin where the page has none.
 * @param near where the hand works, or the place that the card had
 * @param drawn its drawing stands near that place already
 * @returns the card with `placed` true, or waiting with `placed` false
 */
export function placedOrWaiting(card: CardMark, room: PageRoom, tables: Tables, near?: Point, drawn = false): CardMark {
  const { within, free, walls } = groundFor(room, card.role, near);
  const kin = room.cards.filter(({ id, role }) => id !== card.id && role === card.role).map(({ box }) => box);
  const obstacles = [...room.taken.filter(({ id }) => id !== card.id).map(({ box }) => box), ...walls];
  const sheet = within[0];
  const start = drawn && near ? { near, drawn } : free && sheet ? { near: near ?? middleOf(kin, sheet) } : {};
  const corner = placeCard({ role: card.role, within, obstacles, kin, size: boundsOfCard(card, tables), ...start });
  return corner ? { ...movedTo(card, corner, tables), placed: true } : { ...card, placed: false };
}

/** Another place for a card that has one, the nearest that is free. */
function elsewhere(card: CardMark, from: Point, room: PageRoom, tables: Tables): CardMark | undefined {
  const { within, walls } = groundFor(room, card.role, from);
  const obstacles = [...room.taken.filter(({ id }) => id !== card.id).map(({ box }) => box), ...walls];
  const corner = placeCard({ role: card.role, within, obstacles, kin: [], size: boundsOfCard(card, tables), near: from });
  return corner ? { ...movedTo(card, corner, tables), placed: true } : undefined;
}

function sharedArea(a: Box, b: Box): number {
  const common = commonOf(a, b);
  return common ? common.w * common.h : 0;
}

/** What stands around a card: boxes with their gap, and how much of each the card covers already. */
type Neighbour = { readonly box: Box; readonly covered: number };

/** What a card stands on, such as a wash or a container, is no neighbour; what it touches may not be covered more. */
function neighboursOf(before: Box, obstacles: readonly Box[], reach: Box): readonly Neighbour[] {
  return obstacles
    .filter((box) => !contains(box, before))
    .map((box) => grow(box, GAP_UNITS))
    .filter((box) => overlaps(box, reach))
    .map((box) => ({ box, covered: sharedArea(box, before) }));
}

const standsFree = (box: Box, within: Box, neighbours: readonly Neighbour[]): boolean =>
  contains(within, box) && neighbours.every((neighbour) => sharedArea(neighbour.box, box) <= neighbour.covered + 0.01);

/** Small moves in all directions, the nearest to a wished one first. */
function shiftsAround(wish: Point, reachX: number, reachY: number): readonly Point[] {
  const shifts: Point[] = [];
  for (let y = -reachY; y <= reachY; y += SHIFT_UNITS) for (let x = -reachX; x <= reachX; x += SHIFT_UNITS) shifts.push({ x, y });
  const far = (p: Point): number => (p.x - wish.x) ** 2 + (p.y - wish.y) ** 2;
  return [wish, ...shifts.sort((a, b) => far(a) - far(b))];
}

const shifted = (matrix: Matrix, by: Point): Matrix => tidy(compose(translation(by.x, by.y), matrix));

/** The card at a size, at its place or a little beside it; undefined when that has no room. */
function besideItself(card: CardMark, sizeUnits: number, before: Box, within: Box, obstacles: readonly Box[], tables: Tables): CardMark | undefined {
  const sized = { ...card, sizeUnits };
  const box = boundsOfCard(sized, tables);
  // A word grows from its left end and from the middle of its height, as one letters it anew over the old one.
  const wish = { x: before.x - box.x, y: before.y + before.h / 2 - (box.y + box.h / 2) };
  const reachX = card.locked ? 0 : LITTLE_UNITS + Math.max(0, box.w - before.w);
  const reachY = card.locked ? 0 : LITTLE_UNITS + Math.max(0, box.h - before.h);
  const neighbours = neighboursOf(before, obstacles, grow({ x: box.x - reachX, y: box.y - reachY, w: box.w + 2 * reachX, h: box.h + 2 * reachY }, box.h));
  const shift = shiftsAround(wish, reachX, reachY).find((by) => standsFree({ ...box, x: box.x + by.x, y: box.y + by.y }, within, neighbours));
  return shift && { ...sized, matrix: shifted(card.matrix, shift) };
}

/** The card at its place without its disks, made smaller until it fits into the room that it had. */
function squeezed(card: CardMark, before: Box, within: Box, obstacles: readonly Box[], tables: Tables): CardMark | undefined {
  const first = Math.min(card.sizeUnits, sizeForCount(1, card.role)) * 0.985;
  for (let sizeUnits = first; sizeUnits >= LEAST_UNITS; sizeUnits *= 0.96) {
    const fit = besideItself(card, Math.round(sizeUnits * 10) / 10, before, within, obstacles, tables);
    if (fit) return fit;
  }
  return undefined;
}

/**
 * Makes room for a placed card that has become wider: named again, by another table, or merged. It takes the largest step
 * of its role that fits at its place or a little beside it; else it moves at its own size to the nearest free place; else
 * it gets a little smaller; and only when all that fails does it wait. It never covers anything more than it did.
 * @param card with its new mentions
 * @param before the card as it stands
 */
export function fitCard(card: CardMark, before: CardMark, room: PageRoom, tables: Tables): CardMark {
  const old = boundsOfCard(before, tables);
  const largest = boundsOfCard({ ...card, sizeUnits: Math.max(before.sizeUnits, sizeForCount(card.mentions.length, card.role)) }, tables);
  const reach = grow(old, Math.max(largest.w, largest.h) + LITTLE_UNITS + GAP_UNITS);
  const picture = new Set(card.picture);
  const obstacles = room.taken.filter(({ id, box }) => overlaps(box, reach) && id !== card.id && !picture.has(id)).map(({ box }) => box);
  const around = roomAround(room, old);
  const within = unionOf([around, old]) ?? around;
  for (const sizeUnits of sizesToTry(card.mentions.length, card.role, before.sizeUnits)) {
    const fit = besideItself(card, sizeUnits, old, within, obstacles, tables);
    if (fit) return fit;
  }
  const kept = { ...card, sizeUnits: before.sizeUnits };
  const moved = card.locked ? undefined : elsewhere(kept, centreOf(old), room, tables);
  return moved ?? squeezed(kept, old, within, obstacles, tables) ?? { ...kept, placed: false };
}

/** A waiting card with a place, in the largest step that this place gives it; still waiting when there is none. */
export function settled(card: CardMark, room: PageRoom, tables: Tables): CardMark {
  const placed = placedOrWaiting(card, room, tables);
  return placed.placed ? fitCard(placed, placed, room, tables) : placed;
}

/** Whether a card may stand as it does among the rest of its page, one gap off everything that it did not touch before. */
export function staysClear(card: CardMark, before: CardMark, room: PageRoom, tables: Tables): boolean {
  const box = boundsOfCard(card, tables);
  const old = boundsOfCard(before, tables);
  const obstacles = room.taken.filter(({ id }) => id !== card.id).map((taken) => taken.box);
  const page = { x: 0, y: 0, ...room.page.size };
  return standsFree(box, unionOf([grow(page, -OUTLINE_UNITS / 2), old]) ?? page, neighboursOf(old, obstacles, box));
}
