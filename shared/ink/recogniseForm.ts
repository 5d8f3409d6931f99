import { boxAround, type Point } from '../geometry/box.ts';
import { roughArrow } from './roughArrow.ts';
import { closedFormOf } from './roughClosed.ts';
import type { RoughForm } from './roughForm.ts';
import { evenly, lengthOf } from './wayPoints.ts';

/** Points at even distances that stand for a whole line: enough for a box with corners, few enough to be quick. */
const WAY_POINTS = 72;
/** A pen that rests trembles within this share of what it drew. */
const REST_SHARE = 0.025;
/** A line that is this much longer than its ends are apart is not straight. */
const LONGEST_LINE = 1.09;
/** A straight line strays at most this share of its length. */
const STRAY = 0.06;

function isStraight(way: readonly Point[]): boolean {
  const from = way[0] as Point, to = way[way.length - 1] as Point;
  const apart = Math.hypot(to.x - from.x, to.y - from.y);
  if (lengthOf(way) > apart * LONGEST_LINE) return false;
  return way.every(({ x, y }) => Math.abs((to.x - from.x) * (from.y - y) - (from.x - x) * (to.y - from.y)) / apart <= STRAY * apart);
}

/** The line without the heap of samples that a resting pen leaves at its end. */
function withoutRest(points: readonly Point[], reach: number): readonly Point[] {
  const last = points[points.length - 1] as Point;
  let end = points.length - 1;
  while (end > 0 && Math.hypot((points[end - 1] as Point).x - last.x, (points[end - 1] as Point).y - last.y) < reach) end--;
  return [...points.slice(0, end), last];
}

/**
 * What a line drawn by hand stands for, if it clearly stands for something: a straight line, an arrow in one stroke
 * (shaft, then its head), or a closed circle, ellipse, box, diamond or triangle, also turned.
 * The line is brought to evenly spread points first (as in the $1 recogniser: Wobbrock, Wilson and Li, UIST 2007) and
 * put to geometric tests (the order of them after PaleoSketch: Paulson and Hammond, IUI 2008; hull, largest triangle and
 * least box after CALI: Fonseca and Jorge, 2000); among closed forms the one wins that lies nearest to what was drawn.
 * @param least forms smaller than this are writing, board units
 */
export function recogniseForm(points: readonly Point[], least: number): RoughForm | null {
  const { w, h } = boxAround(points);
  if (points.length < 2 || Math.hypot(w, h) < least) return null;
  const way = evenly(withoutRest(points, Math.hypot(w, h) * REST_SHARE), WAY_POINTS);
  if (isStraight(way)) return { kind: 'line', from: way[0] as Point, to: way[way.length - 1] as Point };
  return roughArrow(way) ?? closedFormOf(way);
}
