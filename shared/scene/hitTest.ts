import type { MarkId, PageId } from '../base/ids.ts';
import { comparePaintOrder, marksOnPage } from '../board/buckets.ts';
import type { Mark, ShapeMark } from '../board/marks.ts';
import { contains, containsPoint, grow, overlaps, type Box, type Point } from '../geometry/box.ts';
import { distanceToPiece } from '../geometry/distance.ts';
import { inverseOf, meanScale, transformPoint, type Matrix } from '../geometry/matrix.ts';
import { inkMeets } from '../ink/touchedPart.ts';
import { curvePoints } from './connectorPath.ts';
import { formCorners, tailOf } from './forms.ts';
import { curveOf, markBox, ownBox, type SceneContext } from './markNode.ts';
import { marksNear, touchBox, WANDER_UNITS } from './marksNear.ts';
import { rigid } from './rigid.ts';
import { headingGap, linePoints } from './sketchShape.ts';

/** Where a point of the page lies in a mark's own coordinates; null when its matrix flattens the plane. */
function ownPoint(matrix: Matrix, point: Point): Point | null {
  const [a, b, c, d] = matrix;
  return Math.abs(a * d - b * c) < 1e-12 ? null : transformPoint(inverseOf(matrix), point);
}

/** Whether one can see a mark and so pick it: not while it waits, nor on a hidden layer. */
export function isVisible(mark: Mark, context: SceneContext): boolean {
  return context.board.layers[mark.layer].visible && (mark.kind !== 'card' || mark.placed);
}

const nearLine = (point: Point, line: readonly Point[], reach: number): boolean =>
  line.some((p, i) => i > 0 && distanceToPiece(point, line[i - 1] as Point, p) <= reach);

/**
 * Whether a mark lies under a point of the page.
 * @param reachUnits how far beside it still counts: the finger's or eraser's radius, board units
 */
export function markHit(mark: Mark, context: SceneContext, point: Point, reachUnits: number): boolean {
  if (!isVisible(mark, context)) return false;
  if (mark.kind === 'connector') return nearLine(point, curvePoints(curveOf(mark, context)), mark.widthUnits / 2 + reachUnits);
  if (!containsPoint(grow(touchBox(mark, context), reachUnits), point)) return false;
  if (mark.kind === 'shape') return shapeHit(mark, point, reachUnits);
  const own = ownPoint(mark.matrix, point);
  if (!own) return false;
  const ownReach = reachUnits / meanScale(mark.matrix);
  if (mark.kind !== 'stroke') return containsPoint(grow(ownBox(mark, context), ownReach), own);
  const ink = context.inks.get(mark.ink);
  return ink !== undefined && inkMeets(ink, own, own, mark.widthUnits / 2 + ownReach);
}

/**
 * Whether a ring that goes straight from one place of the page to another touches a mark.
 * @param radiusUnits of the ring, board units
 */
export function markSwept(mark: Mark, context: SceneContext, from: Point, to: Point, radiusUnits: number): boolean {
  if (mark.kind !== 'stroke') return alongLine(from, to, radiusUnits).some((at) => markHit(mark, context, at, radiusUnits));
  const ink = isVisible(mark, context) ? context.inks.get(mark.ink) : undefined;
  const ownFrom = ink && ownPoint(mark.matrix, from), ownTo = ink && ownPoint(mark.matrix, to);
  return ink !== undefined && !!ownFrom && !!ownTo && inkMeets(ink, ownFrom, ownTo, mark.widthUnits / 2 + radiusUnits / meanScale(mark.matrix));
}

/** Places along a line, so close together that a disk of that radius covers it all. */
function alongLine(from: Point, to: Point, radius: number): readonly Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / Math.max(0.5, radius)));
  return Array.from({ length: steps }, (_, i) => ({ x: from.x + ((to.x - from.x) * (i + 1)) / steps, y: from.y + ((to.y - from.y) * (i + 1)) / steps }));
}

/** An empty form is taken by its line, so that what stands in it can be reached; a filled one anywhere. */
function shapeHit(shape: ShapeMark, point: Point, reachUnits: number): boolean {
  const { matrix, size } = rigid(shape.matrix, shape);
  const own = ownPoint(matrix, point);
  if (!own) return false;
  const reach = shape.widthUnits / 2 + reachUnits + WANDER_UNITS;
  if (shape.form === 'line') return nearLine(own, linePoints(shape, size), reach);
  const heading = headingGap(shape);
  if (heading && own.x >= heading.from && own.x <= heading.to && Math.abs(own.y) <= shape.textSizeUnits * 0.6) return true;
  const corners = formCorners(shape.form, size, tailOf(shape, size));
  const hollow = shape.form === 'frame' || (shape.form !== 'banner' && shape.fill === null && shape.text === '');
  if (!hollow && inPolygon(own, corners)) return true;
  return nearLine(own, [...corners, corners[0] as Point], reach);
}

/** The top mark under a point, or undefined. Locked marks are passed over unless asked for. */
export function markAt(context: SceneContext, page: PageId, point: Point, reachUnits: number, locked = false): Mark | undefined {
  let top: Mark | undefined;
  for (const mark of marksNear(context, page, grow({ ...point, w: 0, h: 0 }, reachUnits + 0.5))) {
    if ((!locked && isLocked(mark, context)) || (top && comparePaintOrder(mark, top) < 0)) continue;
    if (markHit(mark, context, point, reachUnits)) top = mark;
  }
  return top;
}

/**
 * Whether a mark must not be moved by a careless stroke: by itself or because its layer is locked. What was prepared or
 * is traced has no lock but its layer's: opening that is meant to open all of it.
 */
export function isLocked(mark: Mark, context: SceneContext): boolean {
  return context.board.layers[mark.layer].locked || (mark.locked && mark.layer === 'harvest');
}

/** Marks that lie wholly in a box, in painting order. */
export function marksInBox(context: SceneContext, page: PageId, box: Box): readonly MarkId[] {
  return marksOnPage(context.board, page).filter((mark) => !isLocked(mark, context) && isVisible(mark, context) && contains(box, markBox(mark, context))).map(({ id }) => id);
}

/** Whether a point lies in a polygon (even-odd rule). */
export function inPolygon(point: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i] as Point, b = polygon[j] as Point;
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Places within a box, as shares of its sides, that tell whether a lasso goes around it. */
const QUARTERS = [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]] as const;

/** Whether a lasso goes around most of a box: around its middle and half of it, so that one drawn inside a frame leaves the frame. */
function isMostlyIn({ x, y, w, h }: Box, lasso: readonly Point[]): boolean {
  const holds = (across: number, down: number): boolean => inPolygon({ x: x + w * across, y: y + h * down }, lasso);
  return holds(0.5, 0.5) && QUARTERS.filter(([across, down]) => holds(across, down)).length >= 2;
}

/** Marks that a lasso goes around: strokes by most of their samples, everything else by its middle. */
export function marksInLasso(context: SceneContext, page: PageId, lasso: readonly Point[], around: Box): readonly MarkId[] {
  return marksOnPage(context.board, page).filter((mark) => {
    if (isLocked(mark, context) || !isVisible(mark, context)) return false;
    const box = markBox(mark, context);
    if (!overlaps(grow(box, 0.5), around)) return false;
    if (mark.kind !== 'stroke') return isMostlyIn(box, lasso);
    const ink = context.inks.get(mark.ink);
    if (!ink) return false;
    let inside = 0;
    for (let i = 0; i < ink.count; i++) if (inPolygon(transformPoint(mark.matrix, { x: ink.x[i] as number, y: ink.y[i] as number }), lasso)) inside++;
    return inside >= ink.count * 0.7;
  }).map(({ id }) => id);
}
