import type { CardRole } from '../board/marks.ts';
import { centreOf, grow, overlaps, type Box, type Point, type Size } from '../geometry/box.ts';
import { cheapestPlace, occupancyOf } from './occupancy.ts';

/** Air between a card and anything else. */
export const GAP_UNITS = 6;

/** Air to ask for beside what the gap demands, so that words have room to grow and drawings room above their names. */
type Air = {
  readonly beside: number;
  readonly above: number;
  readonly below: number;
  /** Filled from the bottom: what was named first is named again most and needs its row. */
  readonly upwards?: boolean;
};

/** As much as there is: the card then has its row for itself. */
const WHOLE_ROW = 100_000;

/**
 * From the airiest to the tightest; the first at which a card finds a place is taken. Words begin in rows of their own,
 * since they grow to the right; later ones come beside and between them, and never so close that no count fits any more.
 */
const AIR: { readonly [role in CardRole]: readonly Air[] } = {
  trait: [
    { beside: WHOLE_ROW, above: 46, below: 46 }, { beside: 190, above: 36, below: 36, upwards: true }, { beside: 110, above: 30, below: 30, upwards: true },
    { beside: 44, above: 18, below: 18 }, { beside: 22, above: 8, below: 8 },
  ],
  metaphor: [{ beside: 80, above: 112, below: 12 }, { beside: 26, above: 70, below: 10 }, { beside: 16, above: 6, below: 6 }],
  theme: [{ beside: WHOLE_ROW, above: 30, below: 30 }, { beside: 60, above: 24, below: 24 }, { beside: 20, above: 8, below: 8 }],
  idea: [{ beside: WHOLE_ROW, above: 10, below: 10 }, { beside: 16, above: 6, below: 6 }],
  point: [{ beside: WHOLE_ROW, above: 14, below: 14 }, { beside: 16, above: 0, below: 0 }],
};

/** What the search for a free place looks at; boxes in page units. */
export type PlaceSearch = {
  readonly role: CardRole;
  /** Where the card may stand, the first choice first; margins to outlines and edges are already taken off. */
  readonly within: readonly Box[];
  /** Everything that must not be covered, kin included. */
  readonly obstacles: readonly Box[];
  /** Cards of the same role. */
  readonly kin: readonly Box[];
  readonly size: Size;
  /** The place to be near; left out, cards fill their area from the top left as a hand would. */
  readonly near?: Point;
  /** Its drawing is there already: the name stands as near to that as it can, without air to grow. */
  readonly drawn?: boolean;
};

/** What a place costs; undefined when the uppermost and leftmost is to be taken. */
function costIn(within: Box, size: Size, near: Point | undefined, upwards: boolean): ((corner: Point) => number) | undefined {
  if (near) return ({ x, y }) => (x + size.w / 2 - near.x) ** 2 + (y + size.h / 2 - near.y) ** 2;
  if (upwards) return ({ x, y }) => x - y * 1000;
  // In a row for one line, as a charter has for each point, the line stands in the middle.
  const middle = within.y + within.h / 2;
  return within.h < size.h * 2.2 ? ({ x, y }) => Math.abs(y + size.h / 2 - middle) * 1000 + x : undefined;
}

/**
 * Looks for a free place for a card: first where words have air to grow, then tighter, never over anything.
 * The same search always gives the same place.
 * @returns the top left corner, or null when the card has to wait
 */
export function placeCard({ role, within, obstacles, kin, size, near, drawn = false }: PlaceSearch): Point | null {
  const grounds = within.map((area) => ({
    area,
    taken: obstacles.map((box) => grow(box, GAP_UNITS)).filter((box) => overlaps(box, area)),
    // Rows of another area are no rows of this one.
    kin: kin.filter((box) => overlaps(box, area)),
  }));
  for (const air of drawn ? AIR[role].slice(-1) : AIR[role]) {
    const headroom = role === 'metaphor' && !drawn ? air.above : 0;
    const roomy = { w: size.w, h: size.h + headroom };
    for (const ground of grounds) {
      const airy = ground.kin.map((box) => ({ x: box.x - air.beside, y: box.y - air.above, w: box.w + 2 * air.beside, h: box.h + air.above + air.below }));
      const place = cheapestPlace(occupancyOf(ground.area, [...ground.taken, ...airy]), roomy, costIn(ground.area, size, near, air.upwards ?? false));
      if (place) return { x: place.x, y: place.y + headroom };
    }
  }
  return null;
}

/** Where a search on a page without an area begins: the middle of the kin, or of the sheet. */
export function middleOf(kin: readonly Box[], sheet: Box): Point {
  if (kin.length === 0) return centreOf(sheet);
  const sum = kin.map(centreOf).reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / kin.length, y: sum.y / kin.length };
}
