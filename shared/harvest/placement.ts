import type { CardRole } from '../board/marks.ts';
import { centreOf, grow, type Box, type Point, type Size } from '../geometry/box.ts';
import { cheapestPlace, occupancyOf } from './occupancy.ts';

/** Air between a card and anything else. */
export const GAP_UNITS = 6;

/** Air to ask for beside what the gap demands, so that words have room to grow and drawings room above their names. */
type Air = { readonly beside: number; readonly above: number; readonly below: number };

const NO_AIR: Air = { beside: 0, above: 0, below: 0 };

/** From the airiest to the tightest; the first at which a card finds a place is taken. */
const AIR: { readonly [role in CardRole]: readonly Air[] } = {
  trait: [{ beside: 40, above: 42, below: 42 }, { beside: 24, above: 18, below: 18 }, NO_AIR],
  metaphor: [{ beside: 26, above: 130, below: 16 }, { beside: 18, above: 74, below: 12 }, NO_AIR],
  theme: [{ beside: 32, above: 30, below: 30 }, NO_AIR],
  idea: [{ beside: 16, above: 10, below: 10 }, NO_AIR],
  point: [{ beside: 30, above: 16, below: 16 }, NO_AIR],
};

/** What the search for a free place looks at; boxes in page units. */
export type PlaceSearch = {
  readonly role: CardRole;
  /** Where the card may stand, its margin to outlines and edges already taken off. */
  readonly within: Box;
  /** Everything that must not be covered, kin included. */
  readonly obstacles: readonly Box[];
  /** Cards of the same role. */
  readonly kin: readonly Box[];
  readonly size: Size;
  /** The place to be near; left out, cards fill their area from the top left as a hand would. */
  readonly near?: Point;
};

/**
 * Looks for a free place for a card: first where words have air to grow, then tighter, never over anything.
 * The same search always gives the same place.
 * @returns the top left corner, or null when the card has to wait
 */
export function placeCard({ role, within, obstacles, kin, size, near }: PlaceSearch): Point | null {
  const taken = obstacles.map((box) => grow(box, GAP_UNITS));
  const cost = near && ((corner: Point): number => (corner.x + size.w / 2 - near.x) ** 2 + (corner.y + size.h / 2 - near.y) ** 2);
  for (const air of AIR[role]) {
    const airy = kin.map((box) => ({ x: box.x - air.beside, y: box.y - air.above, w: box.w + 2 * air.beside, h: box.h + air.above + air.below }));
    const headroom = role === 'metaphor' ? air.above : 0;
    const place = cheapestPlace(occupancyOf(within, [...taken, ...airy]), { w: size.w, h: size.h + headroom }, cost);
    if (place) return { x: place.x, y: place.y + headroom };
  }
  return null;
}

/** Where a search on a page without an area begins: the middle of the kin, or nowhere in particular. */
export function middleOf(kin: readonly Box[]): Point | undefined {
  if (kin.length === 0) return undefined;
  const sum = kin.map(centreOf).reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / kin.length, y: sum.y / kin.length };
}
