import type { ConnectorEnd, ConnectorMark } from '../../shared/board/marks.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { IDENTITY } from '../../shared/geometry/matrix.ts';
import { steppedEnd } from '../../shared/ink/straightLine.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import { connectorEndAt } from './connectorEnd.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Draws an arrow. An end that is put on a mark stays attached to it when that mark moves. */
export function arrowTool(context: ToolContext): Tool {
  let from: ConnectorEnd | null = null;
  let id: ConnectorMark['id'] | null = null;

  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };
  const endAt = (at: Point, free: boolean): ConnectorEnd => (free ? { mark: null, at } : connectorEndAt(context, at));
  /** With shift the arrow goes by steps of 15°. */
  const farEnd = (start: ConnectorEnd, pointer: ToolPointer): ConnectorEnd => endAt(pointer.shift ? steppedEnd(start.at, newest(pointer)) : newest(pointer), pointer.alt);
  const connector = (start: ConnectorEnd, end: ConnectorEnd, markId: ConnectorMark['id']): ConnectorMark => ({
    kind: 'connector', id: markId, page: context.page(), layer: 'harvest', order: context.topOrder(), matrix: IDENTITY, locked: false,
    from: start, to: end, bend: 0.12, color: context.style().color, widthUnits: Math.max(3, context.style().widthUnits), head: 'arrow',
  });

  return {
    name: 'arrow',
    cursor: 'crosshair',
    down(pointer) {
      from = endAt(newest(pointer), pointer.alt);
      id = context.newMarkId();
    },
    move(pointer) {
      if (!from || !id) return;
      context.overlay({ kind: 'nodes', opacity: 1, nodes: [markNode(connector(from, farEnd(from, pointer), id), context.view())] });
    },
    up(pointer) {
      if (!from || !id) return;
      const to = farEnd(from, pointer);
      const attachedToItself = from.mark !== null && from.mark === to.mark;
      if (!attachedToItself && Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y) > context.units(8)) {
        const mark = connector(from, to, id);
        if (context.do({ type: 'marks.put', what: 'connect', marks: [mark] })) context.keep(mark);
      }
      from = null;
      context.overlay(null);
    },
    cancel() {
      from = null;
      context.overlay(null);
    },
  };
}
