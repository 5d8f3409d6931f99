import type { ConnectorEnd, ConnectorMark } from '../../shared/board/marks.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { IDENTITY } from '../../shared/geometry/matrix.ts';
import { markAt } from '../../shared/scene/hitTest.ts';
import { markBox, markNode } from '../../shared/scene/markNode.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Draws an arrow. An end that is put on a mark stays attached to it when that mark moves. */
export function arrowTool(context: ToolContext): Tool {
  let from: ConnectorEnd | null = null;
  let id: ConnectorMark['id'] | null = null;

  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };
  /** Prepared parts can be pointed at too; loose ink only when the pen is really on it. */
  const endAt = (at: Point, free: boolean): ConnectorEnd => {
    const view = context.view();
    const mark = free ? undefined : markAt(view, context.page(), at, context.units(6), true);
    if (!mark || mark.kind === 'connector') return { mark: null, at };
    const box = markBox(mark, view);
    return { mark: mark.id, at: { x: box.x + box.w / 2, y: box.y + box.h / 2 } };
  };
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
      context.overlay({ kind: 'nodes', opacity: 1, nodes: [markNode(connector(from, endAt(newest(pointer), pointer.alt), id), context.view())] });
    },
    up(pointer) {
      const to = endAt(newest(pointer), pointer.alt);
      const attachedToItself = from?.mark !== null && from?.mark === to.mark;
      if (from && id && !attachedToItself && Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y) > context.units(8)) {
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
