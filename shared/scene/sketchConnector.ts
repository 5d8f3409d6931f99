import { hashText } from '../base/seededRandom.ts';
import type { ConnectorMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import { curvePoints, type ConnectorCurve } from './connectorPath.ts';
import { handLine } from './handLine.ts';
import type { PaintOp } from './sceneNode.ts';

/** An arrow or connecting line on the page, drawn by hand. */
export function sketchConnector(connector: ConnectorMark, curve: ConnectorCurve): readonly PaintOp[] {
  const seed = hashText(connector.id);
  const color = hexOf(connector.color);
  const { widthUnits } = connector;
  const ops: PaintOp[] = [{ op: 'fill', path: handLine(curvePoints(curve), { widthUnits, seed, closed: false }), color, opacity: 1 }];
  if (connector.head === 'none') return ops;
  const angle = Math.atan2(curve.to.y - curve.control.y, curve.to.x - curve.control.x);
  const reach = 9 + widthUnits * 2.4;
  const barb = (turn: number) => ({ x: curve.to.x - Math.cos(angle + turn) * reach, y: curve.to.y - Math.sin(angle + turn) * reach });
  ops.push({ op: 'fill', path: handLine([barb(0.55), curve.to, barb(-0.5)], { widthUnits, seed: seed + 3, closed: false }), color, opacity: 1 });
  return ops;
}
