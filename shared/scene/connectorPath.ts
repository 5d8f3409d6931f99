import type { Box, Point } from '../geometry/box.ts';
import { centreOf, grow } from '../geometry/box.ts';
import type { ConnectorMark } from '../board/marks.ts';
import { transformPoint } from '../geometry/matrix.ts';

/** Air between an arrow and what it points at. */
const AIR_UNITS = 8;

/** Where the straight line from the middle of a box towards a point leaves the box. */
function edgeTowards(box: Box, target: Point): Point {
  const middle = centreOf(box);
  const dx = target.x - middle.x;
  const dy = target.y - middle.y;
  if (dx === 0 && dy === 0) return middle;
  const reach = Math.min(dx === 0 ? Infinity : box.w / 2 / Math.abs(dx), dy === 0 ? Infinity : box.h / 2 / Math.abs(dy));
  return reach >= 1 ? target : { x: middle.x + dx * reach, y: middle.y + dy * reach };
}

/** A connector's curve on the page: a quadratic from `from` over `control` to `to`. */
export type ConnectorCurve = { readonly from: Point; readonly control: Point; readonly to: Point };

/**
 * The curve of a connector, its ends on the edges of what they are attached to. An end whose mark is gone
 * stays where it last was put; the connector's matrix moves ends that hold on to nothing.
 * @param boxOf the box on the page of an attached mark, or undefined when there is none
 */
export function connectorCurve(connector: ConnectorMark, boxOf: (end: ConnectorMark['from']) => Box | undefined): ConnectorCurve {
  const fromBox = boxOf(connector.from);
  const toBox = boxOf(connector.to);
  const fromMiddle = fromBox ? centreOf(fromBox) : transformPoint(connector.matrix, connector.from.at);
  const toMiddle = toBox ? centreOf(toBox) : transformPoint(connector.matrix, connector.to.at);
  const from = fromBox ? edgeTowards(grow(fromBox, AIR_UNITS), toMiddle) : fromMiddle;
  const to = toBox ? edgeTowards(grow(toBox, AIR_UNITS), fromMiddle) : toMiddle;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return { from, to, control: { x: (from.x + to.x) / 2 - dy * connector.bend, y: (from.y + to.y) / 2 + dx * connector.bend } };
}

/** Points along the curve, for drawing it by hand and for hit tests. */
export function curvePoints({ from, control, to }: ConnectorCurve, steps = 24): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const u = 1 - t;
    return { x: u * u * from.x + 2 * u * t * control.x + t * t * to.x, y: u * u * from.y + 2 * u * t * control.y + t * t * to.y };
  });
}
