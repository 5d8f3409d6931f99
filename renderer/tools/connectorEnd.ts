import type { ConnectorEnd } from '../../shared/board/marks.ts';
import { centreOf, type Point } from '../../shared/geometry/box.ts';
import { markAt } from '../../shared/scene/hitTest.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import type { ToolContext } from './tool.ts';

/** How near to a mark an end must be to hold on to it, screen px. */
const REACH_PX = 6;

/** What an end of an arrow at a place holds on to: the mark there, else nothing. Prepared parts can be pointed at too; loose ink only when the pen is really on it. */
export function connectorEndAt(context: Pick<ToolContext, 'view' | 'page' | 'units'>, at: Point): ConnectorEnd {
  const view = context.view();
  const mark = markAt(view, context.page(), at, context.units(REACH_PX), true);
  return !mark || mark.kind === 'connector' ? { mark: null, at } : { mark: mark.id, at: centreOf(markBox(mark, view)) };
}
