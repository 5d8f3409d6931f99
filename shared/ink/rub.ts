import type { Point } from '../geometry/box.ts';
import { distanceToPiece } from '../geometry/distance.ts';
import { meanScale, transformPoint, type Matrix } from '../geometry/matrix.ts';
import { packInk, type Ink, type InkSample } from './ink.ts';
import { nibRadius, type Nib } from './outline.ts';

/** A stretch of an ink by the numbers of its samples; a fraction lies between two of them. */
export type Span = readonly [from: number, to: number];

/** What a ring has passed over on its way between two places of the page. */
export type Sweep = { readonly from: Point; readonly to: Point; readonly radius: number };

/** How an ink lies on the page and how broad its line is. */
export type InkOnPage = { readonly ink: Ink; readonly nib: Pick<Nib, 'widthUnits' | 'thinning'>; readonly matrix: Matrix };

/** The whole of an ink. */
export function wholeSpan(ink: Ink): readonly Span[] {
  return ink.count === 0 ? [] : [[0, ink.count - 1]];
}

/** Halvings of a piece between two samples: far below the grid on which ink is kept. */
const HALVINGS = 32;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a function that is positive at `out` and not at `into` changes its sign, on the side of `out`. */
function border(gap: (t: number) => number, out: number, into: number): number {
  let positive = out, other = into;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (positive + other) / 2;
    if (gap(middle) > 0) positive = middle; else other = middle;
  }
  return positive;
}

/** The place of the least value of a convex function between 0 and 1 (golden section). */
function lowest(gap: (t: number) => number): number {
  let low = 0, high = 1;
  let a = high - GOLDEN * (high - low), b = low + GOLDEN * (high - low);
  let atA = gap(a), atB = gap(b);
  for (let i = 0; i < HALVINGS && atA > 0 && atB > 0; i++) {
    if (atA < atB) {
      high = b; b = a; atB = atA;
      a = high - GOLDEN * (high - low); atA = gap(a);
    } else {
      low = a; a = b; atA = atB;
      b = low + GOLDEN * (high - low); atB = gap(b);
    }
  }
  return atA < atB ? a : b;
}

/**
 * The part of one straight piece of a line that a sweep touches, 0–1 along the piece. The distance to a swept ring is a
 * convex function along a straight line and the half width a linear one, so the part is one stretch or none.
 */
function touchedPart(gap: (t: number) => number, steepest: number): Span | null {
  const first = gap(0);
  if (first > steepest) return null;
  const last = gap(1);
  if (first <= 0 && last <= 0) return [0, 1];
  if (first <= 0) return [0, border(gap, 1, 0)];
  if (last <= 0) return [border(gap, 0, 1), 1];
  const low = lowest(gap);
  return gap(low) > 0 ? null : [border(gap, 0, low), border(gap, 1, low)];
}

/** What of an ink a sweep touches, by the breadth of its line. */
function touchedSpans({ ink, nib, matrix }: InkOnPage, { from, to, radius }: Sweep): readonly Span[] {
  const scale = meanScale(matrix);
  const [xx, yx, xy, yy, dx, dy] = matrix;
  const reachOf = (i: number): number => radius + scale * nibRadius(nib, (ink.pressure[i] as number) / 255);
  const place = (i: number): Point => transformPoint(matrix, { x: ink.x[i] as number, y: ink.y[i] as number });
  if (ink.count === 1) return distanceToPiece(place(0), from, to) <= reachOf(0) ? [[0, 0]] : [];
  // Of a pile of strokes most pieces lie far off: those cost a few comparisons and nothing else.
  const most = radius + scale * Math.max(nibRadius(nib, 0), nibRadius(nib, 1));
  const left = Math.min(from.x, to.x) - most, right = Math.max(from.x, to.x) + most, top = Math.min(from.y, to.y) - most, bottom = Math.max(from.y, to.y) + most;
  const touched: Span[] = [];
  let x = 0, y = 0;
  for (let i = 0; i < ink.count; i++) {
    const startX = x, startY = y, inkX = ink.x[i] as number, inkY = ink.y[i] as number;
    x = xx * inkX + xy * inkY + dx;
    y = yx * inkX + yy * inkY + dy;
    if (i === 0 || (x < left && startX < left) || (x > right && startX > right) || (y < top && startY < top) || (y > bottom && startY > bottom)) continue;
    const reach = reachOf(i - 1), widening = reachOf(i) - reach, alongX = x - startX, alongY = y - startY;
    const gap = (t: number): number => distanceToPiece({ x: startX + alongX * t, y: startY + alongY * t }, from, to) - reach - widening * t;
    const part = touchedPart(gap, Math.hypot(alongX, alongY) + Math.abs(widening));
    if (!part) continue;
    const last = touched[touched.length - 1];
    if (last && last[1] === i - 1 && part[0] === 0) touched[touched.length - 1] = [last[0], i - 1 + part[1]];
    else touched.push([i - 1 + part[0], i - 1 + part[1]]);
  }
  return touched;
}

/**
 * What stays of the spans of an ink after a ring has passed. The line is cut where its round end then just reaches the
 * ring. Spans that the ring does not touch stay the same objects, and so does the list when it touches none.
 */
export function rubbed(spans: readonly Span[], on: InkOnPage, sweep: Sweep): readonly Span[] {
  const touched = touchedSpans(on, sweep);
  let rest = spans;
  for (const [from, to] of touched) {
    // A span that was cut at this very place before shares its end only; a dot is nothing but its ends.
    const meets = (span: Span): boolean => (span[0] < to && from < span[1]) || (span[0] === span[1] && from <= span[0] && span[0] <= to);
    if (!rest.some(meets)) continue;
    rest = rest.flatMap((span): readonly Span[] => {
      if (!meets(span)) return [span];
      return [...(span[0] < from ? [[span[0], from] as const] : []), ...(to < span[1] ? [[to, span[1]] as const] : [])];
    });
  }
  return rest;
}

/** The sample at a place of an ink; between two samples on the straight line between them. */
function sampleAt(ink: Ink, place: number): InkSample {
  const before = Math.floor(place), after = Math.min(ink.count - 1, before + 1), t = place - before;
  const between = (values: ArrayLike<number>): number => (values[before] as number) + ((values[after] as number) - (values[before] as number)) * t;
  return { x: between(ink.x), y: between(ink.y), pressure: between(ink.pressure) / 255, timeMs: between(ink.timeMs) };
}

/** A stretch of an ink as an ink of its own: its samples, and the places where it was cut. Its times begin at 0. */
export function inkOfSpan(ink: Ink, [from, to]: Span): Ink {
  const places = [from];
  for (let i = Math.floor(from) + 1; i < to; i++) places.push(i);
  if (to > from) places.push(to);
  const samples = places.map((place) => sampleAt(ink, place));
  const startMs = samples[0]?.timeMs ?? 0;
  return packInk(samples.map((sample) => ({ ...sample, timeMs: sample.timeMs - startMs })));
}

/** Length of the way through an ink's samples, own coordinates. */
export function inkLength(ink: Ink): number {
  let length = 0;
  for (let i = 1; i < ink.count; i++) length += Math.hypot((ink.x[i] as number) - (ink.x[i - 1] as number), (ink.y[i] as number) - (ink.y[i - 1] as number));
  return length;
}
