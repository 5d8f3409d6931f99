import type { MarkId, PageId } from '../base/ids.ts';
import type { Board, Inks, Page } from '../board/board.ts';
import { marksOf } from '../board/buckets.ts';
import { widestEm } from '../board/lettering.ts';
import type { AreaRole, CardMark, CardRole, Mark, ShapeMark } from '../board/marks.ts';
import { contains, containsPoint, grow, type Box, type Point } from '../geometry/box.ts';
import { transformBox, transformPoint } from '../geometry/matrix.ts';
import type { Ink } from '../ink/ink.ts';
import { boundsOfCard } from './cardLayout.ts';

/** A frame that gathers cards of a role: `inner` is where they may stand, one line of running lettering off its outline. */
export type Area = { readonly role: AreaRole; readonly outer: Box; readonly inner: Box };

/** What a page looks like to somebody who wants to letter a word on it. */
export type PageRoom = {
  readonly page: Page;
  readonly areas: readonly Area[];
  /** Boxes that must not be covered, with the marks that they belong to; one mark may have several. */
  readonly taken: readonly { readonly id: MarkId; readonly box: Box }[];
  /** Placed cards by role, for standing near one's kin. */
  readonly cards: readonly { readonly id: MarkId; readonly role: CardRole; readonly box: Box }[];
};

/** One line of running lettering: what text keeps off outlines and the edge of the sheet. */
export const OUTLINE_UNITS = 26;
/** Half the width that a hand-drawn outline and its shadow take. */
const LINE_UNITS = 9;
/** A stroke with a larger box than this side is a swing across the sheet and not part of a small drawing. */
const SWING_UNITS = 220;
const PIECE_UNITS = 40;

/** A closed form that has room inside it: every frame, and any form that was made an area. */
const isOpen = (shape: ShapeMark): boolean => shape.form === 'frame' || shape.area !== 'none';

/** How much of a form's box cards may use, so that they stay inside its outline. */
function innerOf(shape: ShapeMark, outer: Box): Box {
  const round = shape.form === 'cloud' || shape.form === 'ellipse' || shape.form === 'diamond';
  // A low row, as a charter has for each point, cannot spare a whole line above and below.
  const inset = round ? { x: outer.w * 0.15, y: outer.h * 0.17 } : { x: OUTLINE_UNITS, y: Math.min(OUTLINE_UNITS, outer.h * 0.11) };
  const heading = shape.lines.length === 0 || shape.form !== 'frame' ? 0 : shape.textSizeUnits * 0.62 + (shape.lines.length - 1) * shape.textSizeUnits * 1.22;
  const top = heading === 0 ? inset.y : Math.max(inset.y, heading + LINE_UNITS);
  return { x: outer.x + inset.x, y: outer.y + top, w: Math.max(0, outer.w - 2 * inset.x), h: Math.max(0, outer.h - top - inset.y) };
}

/** The outline of an open form and the heading on it, as boxes. */
function outlineBoxes(shape: ShapeMark, outer: Box): readonly Box[] {
  const { x, y, w, h } = outer;
  const t = Math.min(LINE_UNITS, h * 0.05);
  const sides = [
    { x: x - t, y: y - t, w: w + 2 * t, h: 2 * t }, { x: x - t, y: y + h - t, w: w + 2 * t, h: 2 * t },
    { x: x - t, y: y - t, w: 2 * t, h: h + 2 * t }, { x: x + w - t, y: y - t, w: 2 * t, h: h + 2 * t },
  ];
  const size = shape.textSizeUnits;
  const headingW = widestEm(shape.lines) * size + 48;
  return shape.lines.length === 0 ? sides : [...sides, { x: x + 16, y: y - size * 0.6, w: headingW, h: size * 1.25 + (shape.lines.length - 1) * size * 1.22 }];
}

/** The pieces of a long stroke, so that a swing across the sheet does not take all that it goes around. */
function strokePieces(ink: Ink, halfWidth: number): readonly Box[] {
  const pieces: Box[] = [];
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (let i = 0; i < ink.count; i++) {
    const x = ink.x[i] as number, y = ink.y[i] as number;
    left = Math.min(left, x); right = Math.max(right, x);
    top = Math.min(top, y); bottom = Math.max(bottom, y);
    if (i === ink.count - 1 || right - left > PIECE_UNITS || bottom - top > PIECE_UNITS) {
      pieces.push(grow({ x: left, y: top, w: right - left, h: bottom - top }, halfWidth));
      left = right = x;
      top = bottom = y;
    }
  }
  return pieces;
}

const kept = new WeakMap<Mark, readonly Box[]>();

/** What a mark covers: its box, or several where one box would take room that is free. */
function boxesOf(mark: Mark, inks: Inks, boundsOf: (mark: Mark) => Box): readonly Box[] {
  const known = kept.get(mark);
  if (known) return known;
  const bounds = boundsOf(mark);
  let boxes: readonly Box[] = [bounds];
  if (mark.kind === 'shape' && isOpen(mark)) boxes = outlineBoxes(mark, bounds);
  else if (mark.kind === 'shape' && mark.form === 'line') {
    boxes = mark.points.slice(1).flatMap((to, i) => segmentBoxes(transformPoint(mark.matrix, mark.points[i] ?? to), transformPoint(mark.matrix, to), mark.widthUnits));
  } else if (mark.kind === 'stroke' && (bounds.w > SWING_UNITS || bounds.h > SWING_UNITS)) {
    const ink = inks.get(mark.ink);
    if (ink) boxes = strokePieces(ink, mark.widthUnits).map((box) => transformBox(mark.matrix, box));
  }
  // Cards change with the tables and connectors with what they hang on; both are one cheap box.
  const settled = mark.kind !== 'card' && mark.kind !== 'connector' && (mark.kind !== 'stroke' || inks.has(mark.ink));
  if (settled) kept.set(mark, boxes);
  return boxes;
}

function segmentBoxes(a: Point, b: Point, halfWidth: number): readonly Box[] {
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y)) / PIECE_UNITS));
  const on = (share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
  return Array.from({ length: count }, (_, i) => {
    const p = on(i / count), q = on((i + 1) / count);
    return grow({ x: Math.min(p.x, q.x), y: Math.min(p.y, q.y), w: Math.abs(p.x - q.x), h: Math.abs(p.y - q.y) }, halfWidth);
  });
}

/**
 * Looks at a page with the eyes of the word catcher. Waiting cards and the tracing layer cover nothing.
 * @param boundsOf the upright box of a mark on its page, as the scene knows it
 */
export function pageRoom(board: Board, inks: Inks, pageId: PageId, boundsOf: (mark: Mark) => Box): PageRoom | null {
  const page = board.pages[pageId];
  if (!page) return null;
  const areas: Area[] = [];
  const taken: { id: MarkId; box: Box }[] = [];
  const cards: { id: MarkId; role: CardRole; box: Box }[] = [];
  for (const mark of marksOf(board)) {
    if (mark.page !== pageId || mark.layer === 'tracing' || (mark.kind === 'card' && !mark.placed)) continue;
    const boxes = boxesOf(mark, inks, boundsOf);
    for (const box of boxes) taken.push({ id: mark.id, box });
    if (mark.kind === 'card') cards.push({ id: mark.id, role: mark.role, box: boxes[0] as Box });
    if (mark.kind !== 'shape' || mark.area === 'none') continue;
    const outer = boundsOf(mark);
    areas.push({ role: mark.area, outer, inner: innerOf(mark, outer) });
  }
  return { page, areas: areas.sort((a, b) => a.outer.y - b.outer.y || a.outer.x - b.outer.x), taken, cards };
}

/** The area that gathers cards of a role; ideas belong under a question. */
export const AREA_OF: { readonly [role in CardRole]: AreaRole } = { trait: 'traits', metaphor: 'metaphors', theme: 'themes', idea: 'question', point: 'charter' };

/** Areas that are kept free for the cards of their own role. */
const GATHERS: ReadonlySet<AreaRole> = new Set(Object.values(AREA_OF).filter((area) => area !== 'question'));

/** Where cards of a role may stand on a page. */
export type Ground = {
  readonly within: readonly Box[];
  /** True when the role has no area here: the card then stands near its kin, anywhere on the sheet. */
  readonly free: boolean;
  /** Areas of other roles, which are kept free. */
  readonly walls: readonly Box[];
};

/** The areas of a role; else the places under the page's questions, the one where the hand works first; else the sheet. */
export function groundFor(room: PageRoom, role: CardRole, near?: Point): Ground {
  const own = room.areas.filter((area) => area.role === AREA_OF[role] && role !== 'idea');
  if (own.length > 0) return { within: own.map((area) => area.inner), free: false, walls: [] };
  const questions = room.areas.filter((area) => area.role === 'question');
  const asked = near ? [...questions].sort((a, b) => Number(containsPoint(b.outer, near)) - Number(containsPoint(a.outer, near))) : questions;
  if (asked.length > 0) return { within: asked.map((area) => area.inner), free: false, walls: [] };
  const { w, h } = room.page.size;
  const walls = room.areas.filter((area) => GATHERS.has(area.role)).map((area) => area.outer);
  return { within: [grow({ x: 0, y: 0, w, h }, -OUTLINE_UNITS)], free: true, walls };
}

/** The part of a page in which a card that stands somewhere may grow: its area's inside, or the sheet. */
export function roomAround(room: PageRoom, box: Box): Box {
  const { w, h } = room.page.size;
  const area = room.areas.find(({ outer }) => contains(outer, box));
  return area ? area.inner : grow({ x: 0, y: 0, w, h }, -OUTLINE_UNITS / 2);
}

/** A page as it looks when some marks have gone from it. */
export function roomWithout(room: PageRoom, gone: readonly MarkId[]): PageRoom {
  const stays = ({ id }: { readonly id: MarkId }): boolean => !gone.includes(id);
  return { ...room, taken: room.taken.filter(stays), cards: room.cards.filter(stays) };
}

/** A page as it looks when some cards have come to stand on it; waiting ones change nothing. */
export function roomWith(room: PageRoom, cards: readonly CardMark[], tables: Board['tables']): PageRoom {
  const there = cards.filter(({ placed }) => placed).map((card) => ({ id: card.id, role: card.role, box: boundsOfCard(card, tables) }));
  return { ...room, taken: [...room.taken, ...there], cards: [...room.cards, ...there] };
}
