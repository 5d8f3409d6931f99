import type { Point } from '../geometry/box.ts';
import { distanceToPiece } from '../geometry/distance.ts';
import { meanScale, transformPoint, type Matrix } from '../geometry/matrix.ts';
import { packInk, type Ink, type InkSample } from './ink.ts';
import { inkRuns, runMeets, RUN_PIECES } from './inkRuns.ts';
import { nibRadius, type Nib } from './outline.ts';
import { touchedPart, type LinePiece } from './touchedPart.ts';

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

/** A stretch of less than this between two samples is no stretch: what was cut at the same place before, worked out in another way. */
const NO_STRETCH = 1e-7;

/** So much more of an ink is looked at than the ring reaches, own coordinates: what rounding takes must not be missed. */
const AIR_UNITS = 0.001;

/** What of some spans of an ink a sweep touches, by the breadth of its line; a touched part may begin before a span or end after it. */
function touchedSpans({ ink, nib, matrix }: InkOnPage, spans: readonly Span[], { from, to, radius }: Sweep): readonly Span[] {
  const scale = meanScale(matrix);
  const [xx, yx, xy, yy, dx, dy] = matrix;
  const reachOf = (i: number): number => radius + scale * nibRadius(nib, (ink.pressure[i] as number) / 255);
  if (ink.count === 1) return distanceToPiece(transformPoint(matrix, { x: ink.x[0] as number, y: ink.y[0] as number }), from, to) <= reachOf(0) ? [[0, 0]] : [];
  // Of a pile of strokes most pieces lie far off: those cost a few comparisons and nothing else.
  const most = radius + scale * Math.max(nibRadius(nib, 0), nibRadius(nib, 1));
  const left = Math.min(from.x, to.x) - most, right = Math.max(from.x, to.x) + most, top = Math.min(from.y, to.y) - most, bottom = Math.max(from.y, to.y) + most;
  // The same area in own coordinates: the box around the turned one. A matrix that flattens the plane has none.
  const det = xx * yy - yx * xy, halfW = (right - left) / 2, halfH = (bottom - top) / 2, atX = (left + right) / 2 - dx, atY = (top + bottom) / 2 - dy;
  const ownX = (yy * atX - xy * atY) / det, ownY = (xx * atY - yx * atX) / det;
  const ownW = (Math.abs(yy) * halfW + Math.abs(xy) * halfH) / Math.abs(det) + AIR_UNITS, ownH = (Math.abs(yx) * halfW + Math.abs(xx) * halfH) / Math.abs(det) + AIR_UNITS;
  const ownLeft = ownX - ownW, ownRight = ownX + ownW, ownTop = ownY - ownH, ownBottom = ownY + ownH, isFlat = Math.abs(det) < 1e-12;
  const runs = inkRuns(ink);
  const touched: Span[] = [];
  const piece: LinePiece = { x: 0, y: 0, alongX: 0, alongY: 0, radius: 0, widening: 0 };
  const part = { from: 0, to: 0 };
  let next = 0;
  for (const span of spans) {
    const end = Math.ceil(span[1]);
    // Two spans may have been cut out of the same piece.
    for (let i = Math.max(next, Math.floor(span[0])); i < end; i++) {
      const run = Math.floor(i / RUN_PIECES);
      if (!isFlat && !runMeets(runs, run, ownLeft, ownTop, ownRight, ownBottom)) {
        i = (run + 1) * RUN_PIECES - 1;
        continue;
      }
      const x0 = ink.x[i] as number, y0 = ink.y[i] as number, x1 = ink.x[i + 1] as number, y1 = ink.y[i + 1] as number;
      const startX = xx * x0 + xy * y0 + dx, startY = yx * x0 + yy * y0 + dy, endX = xx * x1 + xy * y1 + dx, endY = yx * x1 + yy * y1 + dy;
      if ((endX < left && startX < left) || (endX > right && startX > right) || (endY < top && startY < top) || (endY > bottom && startY > bottom)) continue;
      piece.x = startX; piece.y = startY; piece.alongX = endX - startX; piece.alongY = endY - startY;
      piece.radius = reachOf(i);
      piece.widening = reachOf(i + 1) - piece.radius;
      touchedPart(piece, from, to, part);
      if (part.from > part.to) continue;
      const last = touched[touched.length - 1];
      if (last && i + part.from - last[1] < NO_STRETCH) touched[touched.length - 1] = [last[0], i + part.to];
      else touched.push([i + part.from, i + part.to]);
    }
    next = end;
  }
  return touched;
}

/**
 * What stays of the spans of an ink after a ring has passed. The line is cut where its round end then just reaches the
 * ring. Spans that the ring does not touch stay the same objects, and so does the list when it touches none.
 */
export function rubbed(spans: readonly Span[], on: InkOnPage, sweep: Sweep): readonly Span[] {
  if (spans.length === 0) return spans;
  let rest = spans;
  for (const [from, to] of touchedSpans(on, spans, sweep)) {
    // A span that was cut at this very place before shares its end only; a dot is nothing but its ends.
    const meets = (span: Span): boolean => (span[0] < to - NO_STRETCH && from < span[1] - NO_STRETCH) || (span[0] === span[1] && from <= span[0] && span[0] <= to);
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
  // The samples that stay are copied as they are; only the two ends are worked out.
  const first = Math.floor(from) + 1, last = Math.max(first, Math.ceil(to));
  const inside = last - first, count = 1 + inside + (to > from ? 1 : 0);
  const { timeMs: startMs, ...start } = sampleAt(ink, from);
  const ends = packInk(to > from ? [{ ...start, timeMs: 0 }, { ...sampleAt(ink, to), timeMs: sampleAt(ink, to).timeMs - startMs }] : [{ ...start, timeMs: 0 }]);
  const part = { count, x: new Float32Array(count), y: new Float32Array(count), pressure: new Uint8Array(count), timeMs: new Uint32Array(count) };
  for (const key of ['x', 'y', 'pressure', 'timeMs'] as const) {
    part[key].set(ink[key].subarray(first, last), 1);
    part[key][0] = ends[key][0] as number;
    if (to > from) part[key][count - 1] = ends[key][1] as number;
  }
  for (let i = 1; i <= inside; i++) part.timeMs[i] = Math.max(0, Math.round((part.timeMs[i] as number) - startMs));
  return part;
}

/** A piece shorter than this share of its line's width is a crumb, and goes with the rest. */
const CRUMB_WIDTHS = 0.35;

/** Whether a span is so short that it goes with what was rubbed out around it; the whole of an ink, a dot too, is none. */
export function isCrumb(ink: Ink, [from, to]: Span, widthUnits: number): boolean {
  if (from === 0 && to === ink.count - 1) return false;
  const least = widthUnits * CRUMB_WIDTHS;
  let { x, y } = sampleAt(ink, from);
  let length = 0;
  for (let place = Math.floor(from) + 1; length < least; place++) {
    const next = place < to ? { x: ink.x[place] as number, y: ink.y[place] as number } : sampleAt(ink, to);
    length += Math.hypot(next.x - x, next.y - y);
    if (place >= to) return length < least;
    ({ x, y } = next);
  }
  return false;
}

/** What one sees of a stroke of which these spans are left: the pieces that are longer than a crumb, each as an ink of its own. */
export function inkPieces(ink: Ink, spans: readonly Span[], widthUnits: number): readonly Ink[] {
  return spans.filter((span) => !isCrumb(ink, span, widthUnits)).map((span) => inkOfSpan(ink, span));
}

/** Length of the way through an ink's samples, own coordinates. */
export function inkLength(ink: Ink): number {
  let length = 0;
  for (let i = 1; i < ink.count; i++) length += Math.hypot((ink.x[i] as number) - (ink.x[i - 1] as number), (ink.y[i] as number) - (ink.y[i - 1] as number));
  return length;
}
