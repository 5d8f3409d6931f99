import type { StrokeMark } from '../board/marks.ts';
import { grow, type Box } from '../geometry/box.ts';
import { inverseOf, meanScale, transformBox } from '../geometry/matrix.ts';
import { isThin } from '../ink/coarseOutline.ts';
import type { Ink } from '../ink/ink.ts';
import { inkRuns, runMeets, RUN_PIECES } from '../ink/inkRuns.ts';
import { nibReach } from '../ink/outline.ts';
import { inkOfSpan, isCrumb, type Span } from '../ink/rub.ts';
import type { SceneNode } from './sceneNode.ts';
import { STROKE_OPACITY } from './sketchStroke.ts';
import { pieceNode } from './thinStroke.ts';

/** So far beside a box, in widths of its line and px, a stretch goes on: its round end must not be seen there. */
const BESIDE_WIDTHS = 2, BESIDE_PX = 4;
/** And so many samples more: the line is drawn together from those before it. */
const BEFORE_SAMPLES = 8;

/** The stretches of a span whose runs come into a box of own coordinates. */
function stretchesIn(ink: Ink, [from, to]: Span, { x, y, w, h }: Box): readonly Span[] {
  const runs = inkRuns(ink);
  const stretches: Span[] = [];
  const last = Math.min(runs.length / 4 - 1, Math.floor(to / RUN_PIECES));
  for (let run = Math.floor(from / RUN_PIECES); run <= last; run++) {
    if (!runMeets(runs, run, x, y, x + w, y + h)) continue;
    const start = Math.max(from, run * RUN_PIECES - BEFORE_SAMPLES), end = Math.min(to, (run + 1) * RUN_PIECES + BEFORE_SAMPLES);
    const before = stretches[stretches.length - 1];
    if (before && before[1] >= start) stretches[stretches.length - 1] = [before[0], end];
    else if (end > start || from === to) stretches.push([start, end]);
  }
  return stretches;
}

/**
 * What of a stroke has to be painted where nothing but a box of the page is seen: of a line that goes over half of the board
 * only the stretches near the box, so that a small place costs little however much crosses it.
 * @param spans what is left of its ink
 * @param pxPerUnit device px per board unit of the page
 */
export function strokeNear(stroke: StrokeMark, ink: Ink, spans: readonly Span[], box: Box, pxPerUnit: number): readonly SceneNode[] {
  const { matrix, widthUnits } = stroke;
  const [a, b, c, d] = matrix;
  const left = spans.filter((span) => !isCrumb(ink, span, widthUnits));
  const isWhole = (span: Span): boolean => span[0] === 0 && span[1] === ink.count - 1 && ink.timeMs[0] === 0;
  const nodeOf = (span: Span): SceneNode => pieceNode(stroke, isWhole(span) ? ink : inkOfSpan(ink, span), pxPerUnit);
  // What lets through what lies below it must not lie on itself, and a broad line has an outline that depends on all of it.
  const isParted = STROKE_OPACITY[stroke.tool] === 1 && Math.abs(a * d - b * c) > 1e-12 && isThin(widthUnits, pxPerUnit * Math.max(Math.hypot(a, b), Math.hypot(c, d)));
  if (!isParted) return left.map(nodeOf);
  const beside = (nibReach(stroke) + BESIDE_WIDTHS * widthUnits) * meanScale(matrix) + BESIDE_PX / pxPerUnit;
  const own = transformBox(inverseOf(matrix), grow(box, beside));
  return left.flatMap((span) => stretchesIn(ink, span, own)).map(nodeOf);
}
