import type { MarkId, PageId } from '../base/ids.ts';
import { marksOnPage } from '../board/buckets.ts';
import type { Mark } from '../board/marks.ts';
import { contains, containsPoint, grow, overlaps, type Box, type Point } from '../geometry/box.ts';
import { inverseOf, meanScale, transformPoint } from '../geometry/matrix.ts';
import type { Ink } from '../ink/ink.ts';
import { connectorCurve, curvePoints } from './connectorPath.ts';
import { markBox, rigid, type SceneContext } from './markNode.ts';
import { markOf } from '../board/buckets.ts';

/** Distance from a point to a straight piece. */
function distanceToPiece(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x, dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

function nearInk(ink: Ink, point: Point, reach: number): boolean {
  let last: Point | null = null;
  for (let i = 0; i < ink.count; i++) {
    const next = { x: ink.x[i] as number, y: ink.y[i] as number };
    if (distanceToPiece(point, last ?? next, next) <= reach) return true;
    last = next;
  }
  return false;
}

/**
 * Whether a mark lies under a point of the page.
 * @param reachUnits how far beside it still counts: the finger's or eraser's radius, board units
 */
export function markHit(mark: Mark, context: SceneContext, point: Point, reachUnits: number): boolean {
  if (mark.kind === 'card' && !mark.placed) return false;
  if (!containsPoint(grow(markBox(mark, context), reachUnits + 2), point)) return false;
  switch (mark.kind) {
    case 'stroke': {
      const ink = context.inks.get(mark.ink);
      return ink !== undefined && nearInk(ink, transformPoint(inverseOf(mark.matrix), point), mark.widthUnits / 2 + reachUnits / (meanScale(mark.matrix) || 1));
    }
    case 'connector': {
      const points = curvePoints(connectorCurve(mark, ({ mark: id }) => {
        const other = id === null ? undefined : markOf(context.board, id);
        return other && other.kind !== 'connector' ? markBox(other, context) : undefined;
      }));
      return points.some((p, i) => i > 0 && distanceToPiece(point, points[i - 1] as Point, p) <= mark.widthUnits / 2 + reachUnits);
    }
    case 'shape': return shapeHit(mark, point, reachUnits);
    case 'text': case 'card': case 'stamp': case 'image': case 'result': return true;
  }
}

/** An empty form is taken by its line, so that what stands in it can be reached; a filled one anywhere. */
function shapeHit(shape: Extract<Mark, { kind: 'shape' }>, point: Point, reachUnits: number): boolean {
  const { matrix, size } = rigid(shape.matrix, shape);
  const own = transformPoint(inverseOf(matrix), point);
  if (shape.form === 'line') {
    return shape.points.some((p, i) => i > 0 && distanceToPiece(own, shape.points[i - 1] as Point, p) <= shape.widthUnits / 2 + reachUnits);
  }
  const box = { x: 0, y: 0, ...size };
  if (!containsPoint(grow(box, reachUnits), own)) return false;
  const hollow = shape.form === 'frame' || (shape.fill === null && shape.text === '');
  return !hollow || !containsPoint(grow(box, -Math.max(10, reachUnits)), own) || (shape.form === 'frame' && own.y < shape.textSizeUnits);
}

/** The top mark under a point, or undefined. Locked marks are passed over unless asked for. */
export function markAt(context: SceneContext, page: PageId, point: Point, reachUnits: number, locked = false): Mark | undefined {
  return [...marksOnPage(context.board, page)].reverse().find((mark) => (locked || !isLocked(mark, context)) && markHit(mark, context, point, reachUnits));
}

/** Whether a mark must not be moved by a careless stroke: by itself or because its layer is locked. */
export function isLocked(mark: Mark, context: SceneContext): boolean {
  return mark.locked || context.board.layers[mark.layer].locked;
}

/** Marks that lie wholly in a box, in painting order. */
export function marksInBox(context: SceneContext, page: PageId, box: Box): readonly MarkId[] {
  return marksOnPage(context.board, page).filter((mark) => !isLocked(mark, context) && visible(mark) && contains(box, markBox(mark, context))).map(({ id }) => id);
}

const visible = (mark: Mark): boolean => mark.kind !== 'card' || mark.placed;

/** Whether a point lies in a polygon (even-odd rule). */
export function inPolygon(point: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i] as Point, b = polygon[j] as Point;
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Marks that a lasso goes around: strokes by most of their samples, everything else by its middle. */
export function marksInLasso(context: SceneContext, page: PageId, lasso: readonly Point[], around: Box): readonly MarkId[] {
  return marksOnPage(context.board, page).filter((mark) => {
    if (isLocked(mark, context) || !visible(mark)) return false;
    const box = markBox(mark, context);
    if (!overlaps(grow(box, 0.5), around)) return false;
    if (mark.kind !== 'stroke') return inPolygon({ x: box.x + box.w / 2, y: box.y + box.h / 2 }, lasso);
    const ink = context.inks.get(mark.ink);
    if (!ink) return false;
    let inside = 0;
    for (let i = 0; i < ink.count; i++) if (inPolygon(transformPoint(mark.matrix, { x: ink.x[i] as number, y: ink.y[i] as number }), lasso)) inside++;
    return inside >= ink.count * 0.7;
  }).map(({ id }) => id);
}
