import { boxAround, centreOf, type Box, type Point } from './box.ts';

/** A place on one axis that something can be set against, and the boxes that have an edge or their middle there. */
type Stop = { readonly at: number; readonly box: Box };

/** Where edges and middles lie, sorted by place; made once when a drag begins. */
export type SnapStops = { readonly x: readonly Stop[]; readonly y: readonly Stop[] };

/** A line along which an edge or middle of the moved box meets others. */
export type SnapLine = { readonly from: Point; readonly to: Point };

/** How far a move is corrected, board units, and the lines that say why. */
export type Snap = { readonly dx: number; readonly dy: number; readonly lines: readonly SnapLine[] };

/** The edges and middles of boxes, and the middles of the page, as stops for `snapped`. */
export function snapStops(boxes: readonly Box[], page: Box): SnapStops {
  const byPlace = (a: Stop, b: Stop): number => a.at - b.at;
  const middle = centreOf(page);
  return {
    x: [...boxes.flatMap((box) => [box.x, box.x + box.w / 2, box.x + box.w].map((at) => ({ at, box }))), { at: middle.x, box: page }].sort(byPlace),
    y: [...boxes.flatMap((box) => [box.y, box.y + box.h / 2, box.y + box.h].map((at) => ({ at, box }))), { at: middle.y, box: page }].sort(byPlace),
  };
}

/** Where the first stop at or after a place is (binary search). */
function firstFrom(stops: readonly Stop[], at: number): number {
  let low = 0, high = stops.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((stops[mid] as Stop).at < at) low = mid + 1; else high = mid;
  }
  return low;
}

/** The least correction that brings one of the places onto a stop; null when none is near enough. */
function correction(stops: readonly Stop[], places: readonly number[], reach: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    const next = firstFrom(stops, place);
    for (const stop of [stops[next - 1], stops[next]]) {
      if (!stop) continue;
      const by = stop.at - place;
      if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best))) best = by;
    }
  }
  return best;
}

/** The boxes that have a stop at a place, give or take what rounding makes of it. */
function boxesAt(stops: readonly Stop[], at: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let i = firstFrom(stops, at - 0.01); i < stops.length && (stops[i] as Stop).at <= at + 0.01; i++) boxes.push((stops[i] as Stop).box);
  return boxes;
}

const placesX = ({ x, w }: Box): readonly number[] => [x, x + w / 2, x + w];
const placesY = ({ y, h }: Box): readonly number[] => [y, y + h / 2, y + h];

/**
 * Corrects a moved box so that an edge or its middle lies exactly where an edge or middle of another is, each axis by
 * itself. Costs a search in sorted lists, whatever the number of marks.
 * @param reach from how far a stop draws the box to it, board units
 */
export function snapped(box: Box, { x, y }: SnapStops, reach: number): Snap {
  const dx = correction(x, placesX(box), reach);
  const dy = correction(y, placesY(box), reach);
  const put: Box = { ...box, x: box.x + (dx ?? 0), y: box.y + (dy ?? 0) };
  const lines: SnapLine[] = [];
  if (dx !== null) for (const at of placesX(put)) {
    const meeting = boxesAt(x, at);
    if (meeting.length === 0) continue;
    const span = boxAround([...meeting, put].flatMap((one) => [{ x: at, y: one.y }, { x: at, y: one.y + one.h }]));
    lines.push({ from: { x: at, y: span.y }, to: { x: at, y: span.y + span.h } });
  }
  if (dy !== null) for (const at of placesY(put)) {
    const meeting = boxesAt(y, at);
    if (meeting.length === 0) continue;
    const span = boxAround([...meeting, put].flatMap((one) => [{ x: one.x, y: at }, { x: one.x + one.w, y: at }]));
    lines.push({ from: { x: span.x, y: at }, to: { x: span.x + span.w, y: at } });
  }
  return { dx: dx ?? 0, dy: dy ?? 0, lines };
}
