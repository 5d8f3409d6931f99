import { assertNever } from '../base/assertNever.ts';
import type { Board, Inks } from '../board/board.ts';
import { markOf } from '../board/buckets.ts';
import type { ConnectorEnd, ConnectorMark, Mark, StrokeMark } from '../board/marks.ts';
import { boxOfCard } from '../harvest/cardLayout.ts';
import { boxAround, grow, unionOf, type Box } from '../geometry/box.ts';
import { IDENTITY, transformBox, type Matrix } from '../geometry/matrix.ts';
import { inkBounds } from '../ink/ink.ts';
import { nibReach } from '../ink/outline.ts';
import { connectorCurve, curvePoints, type ConnectorCurve } from './connectorPath.ts';
import { hasTail, tailOf } from './forms.ts';
import { opBox } from './opBox.ts';
import { rigid } from './rigid.ts';
import type { PaintOp, SceneNode } from './sceneNode.ts';
import { sketchCard } from './sketchCard.ts';
import { sketchConnector } from './sketchConnector.ts';
import { sketchResult } from './sketchResult.ts';
import { sketchShape } from './sketchShape.ts';
import { sketchStampMark } from './sketchStampMark.ts';
import { sketchStroke } from './sketchStroke.ts';
import { sketchText } from './sketchText.ts';
import { textSize } from './textBlock.ts';

/** What a mark's picture depends on besides itself. */
export type SceneContext = { readonly board: Board; readonly inks: Inks };

/** Air around what is painted, for the soft edge that the painter gives it, board units. */
const EDGE_UNITS = 1;

function boundsOfInk({ ink: id }: StrokeMark, { inks }: SceneContext): Box | undefined {
  if (inks.boundsOf) return inks.boundsOf(id);
  const ink = inks.get(id);
  return ink && inkBounds(ink);
}

/** The box that a mark covers in its own coordinates, without the air around it; connectors have none of their own. */
export function ownBox(mark: Exclude<Mark, ConnectorMark>, context: SceneContext): Box {
  switch (mark.kind) {
    case 'stroke': {
      const box = boundsOfInk(mark, context);
      return box ? grow(box, mark.widthUnits * 0.75) : { x: 0, y: 0, w: 0, h: 0 };
    }
    case 'text': return { x: 0, y: 0, ...textSize(mark) };
    case 'card': return boxOfCard(mark, context.board.tables);
    case 'shape': {
      if (mark.form === 'line') return boxAround(mark.points);
      const tail = hasTail(mark.form) ? [tailOf(mark, mark)] : [];
      return boxAround([{ x: 0, y: 0 }, { x: mark.w, y: mark.h }, ...tail]);
    }
    case 'stamp': return { x: 0, y: 0, w: mark.sizeUnits, h: mark.sizeUnits };
    case 'image': case 'result': return { x: 0, y: 0, w: mark.w, h: mark.h };
    default: return assertNever(mark);
  }
}

/** Boxes of marks that depend on nothing but the mark; cards also on the tables, connectors on others. */
const boxes = new WeakMap<Mark, Box>();

/** The upright box on the page that a mark covers: for selecting, placing and attaching. */
export function markBox(mark: Mark, context: SceneContext): Box {
  if (mark.kind === 'connector') return boxAround(curvePoints(curveOf(mark, context)));
  const kept = boxes.get(mark);
  if (kept) return kept;
  const box = transformBox(mark.matrix, ownBox(mark, context));
  if (mark.kind !== 'card' && (mark.kind !== 'stroke' || context.inks.has(mark.ink))) boxes.set(mark, box);
  return box;
}

/** The curve of a connector on the page as it hangs now. */
export function curveOf(connector: ConnectorMark, context: SceneContext): ConnectorCurve {
  return connectorCurve(connector, ({ mark: id }: ConnectorEnd) => {
    const mark = id === null ? undefined : markOf(context.board, id);
    return mark && mark.kind !== 'connector' ? markBox(mark, context) : undefined;
  });
}

function sketch(mark: Mark, context: SceneContext): { readonly matrix: Matrix; readonly ops: readonly PaintOp[] } {
  switch (mark.kind) {
    case 'stroke': {
      const ink = context.inks.get(mark.ink);
      return { matrix: mark.matrix, ops: ink ? sketchStroke(mark, ink) : [] };
    }
    case 'text': return { matrix: mark.matrix, ops: sketchText(mark) };
    case 'card': return { matrix: mark.matrix, ops: mark.placed ? sketchCard(mark, context.board.tables) : [] };
    case 'shape': {
      const { matrix, size } = rigid(mark.matrix, mark);
      return { matrix, ops: sketchShape(mark, size) };
    }
    case 'stamp': {
      const { matrix, size } = rigid(mark.matrix, { w: mark.sizeUnits, h: mark.sizeUnits });
      return { matrix, ops: sketchStampMark(mark, Math.min(size.w, size.h)) };
    }
    case 'image': return { matrix: mark.matrix, ops: [{ op: 'image', asset: mark.asset, w: mark.w, h: mark.h, opacity: mark.opacity ?? 1 }] };
    case 'result': {
      const { matrix, size } = rigid(mark.matrix, mark);
      return { matrix, ops: sketchResult(mark, context.board.rounds[mark.round], size, context.board.locale) };
    }
    case 'connector': return { matrix: IDENTITY, ops: sketchConnector(mark, curveOf(mark, context)) };
    default: return assertNever(mark);
  }
}

function strokeBounds(stroke: StrokeMark, context: SceneContext): Box | undefined {
  const box = boundsOfInk(stroke, context);
  return box && grow(transformBox(stroke.matrix, grow(box, nibReach(stroke))), EDGE_UNITS);
}

function paintedBounds(matrix: Matrix, ops: readonly PaintOp[]): Box | undefined {
  const own = unionOf(ops.map(opBox));
  return own && grow(transformBox(matrix, own), EDGE_UNITS);
}

/** The box of `markNode`, without working out the outline of a stroke: opening a full board asks it of every mark. */
export function nodeBounds(mark: Mark, context: SceneContext): Box {
  const kept = mark.kind === 'stroke' ? nodes.get(mark) : undefined;
  return kept?.node.bounds ?? (mark.kind === 'stroke' ? strokeBounds(mark, context) : undefined) ?? markNode(mark, context).bounds;
}

/** What a node was made from besides its mark; when it is the same, the node can be used again. */
type Made = { readonly node: SceneNode; readonly tables: Board['tables']; readonly rounds: Board['rounds'] };
const nodes = new WeakMap<Mark, Made>();

/** A mark ready to be painted. Kept per mark, except connectors, which follow what they are attached to. */
export function markNode(mark: Mark, context: SceneContext): SceneNode {
  const { tables, rounds } = context.board;
  const kept = nodes.get(mark);
  if (kept && (kept.tables === tables || mark.kind !== 'card') && (kept.rounds === rounds || mark.kind !== 'result')) return kept.node;
  const { matrix, ops } = sketch(mark, context);
  const bounds = mark.kind === 'stroke' ? strokeBounds(mark, context) : paintedBounds(matrix, ops);
  const node: SceneNode = { id: mark.id, matrix, ops, bounds: bounds ?? markBox(mark, context) };
  // What is not there yet may come: the ink of a stroke, the drawing of a stamp.
  const isWhole = ops.length > 0 || (mark.kind !== 'stroke' && mark.kind !== 'stamp');
  if (mark.kind !== 'connector' && isWhole) nodes.set(mark, { node, tables, rounds });
  return node;
}
