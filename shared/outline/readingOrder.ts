import { centreOf, contains, type Box } from '../geometry/box.ts';

/**
 * Sorts things as one reads a sheet: in rows from top to bottom, each from left to right. A thing stands in the row
 * of the highest one that is left when its middle lies no deeper than that one's foot.
 */
export function readingOrder<Thing>(things: readonly Thing[], boxOf: (thing: Thing) => Box): readonly Thing[] {
  const placed = things.map((thing) => ({ thing, box: boxOf(thing) })).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const sorted: Thing[] = [];
  let start = 0;
  while (start < placed.length) {
    const first = (placed[start] as (typeof placed)[number]).box;
    let end = start + 1;
    while (end < placed.length && centreOf((placed[end] as (typeof placed)[number]).box).y <= first.y + first.h) end++;
    sorted.push(...placed.slice(start, end).sort((a, b) => a.box.x - b.box.x).map(({ thing }) => thing));
    start = end;
  }
  return sorted;
}

/** The smallest of the areas that holds the middle of a box, or undefined. */
export function areaAround<Area extends { readonly box: Box }>(areas: readonly Area[], box: Box): Area | undefined {
  const middle = centreOf(box);
  const spot: Box = { x: middle.x, y: middle.y, w: 0, h: 0 };
  let smallest: Area | undefined;
  for (const area of areas) {
    if (contains(area.box, spot) && (!smallest || area.box.w * area.box.h < smallest.box.w * smallest.box.h)) smallest = area;
  }
  return smallest;
}
