import type { Point } from '../../../shared/geometry/box.ts';
import { distanceToPiece } from '../../../shared/geometry/distance.ts';
import { meanScale, transformPoint } from '../../../shared/geometry/matrix.ts';
import { packInk, unpackInk, type Ink, type InkSample } from '../../../shared/ink/ink.ts';
import { nibRadius } from '../../../shared/ink/outline.ts';
import type { InkOnPage, Span, Sweep } from '../../../shared/ink/rub.ts';

// The plain way to rub: every piece of a line is looked at, and its border found by halving. Slow, and easy to see through.

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
  const touched: Span[] = [];
  let x = 0, y = 0;
  for (let i = 0; i < ink.count; i++) {
    const startX = x, startY = y, inkX = ink.x[i] as number, inkY = ink.y[i] as number;
    x = xx * inkX + xy * inkY + dx;
    y = yx * inkX + yy * inkY + dy;
    if (i === 0) continue;
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

/** What stays of the spans of an ink after a ring has passed. */
export function plainlyRubbed(spans: readonly Span[], on: InkOnPage, sweep: Sweep): readonly Span[] {
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

const halfway = (a: InkSample, b: InkSample): InkSample => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, pressure: (a.pressure + b.pressure) / 2, timeMs: (a.timeMs + b.timeMs) / 2 });

/** The sample at a place of an ink, found by going halfway between its neighbours again and again. */
function sampleAt(samples: readonly InkSample[], place: number): InkSample {
  let low = Math.floor(place), high = low + 1;
  let before = samples[low] as InkSample, after = samples[Math.min(samples.length - 1, high)] as InkSample;
  while (low !== place && high !== place && (low + high) / 2 > low && (low + high) / 2 < high) {
    const middle = (low + high) / 2, between = halfway(before, after);
    if (middle > place) { high = middle; after = between; } else { low = middle; before = between; }
  }
  return high === place ? after : before;
}

/** A stretch of an ink as an ink of its own, sample by sample. */
export function plainInkOfSpan(ink: Ink, [from, to]: Span): Ink {
  const places = [from];
  for (let i = Math.floor(from) + 1; i < to; i++) places.push(i);
  if (to > from) places.push(to);
  const own = unpackInk(ink);
  const samples = places.map((place) => sampleAt(own, place));
  const startMs = samples[0]?.timeMs ?? 0;
  return packInk(samples.map((sample) => ({ ...sample, timeMs: sample.timeMs - startMs })));
}
