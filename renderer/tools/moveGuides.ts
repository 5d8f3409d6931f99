import type { MarkId } from '../../shared/base/ids.ts';
import { PAGE_SIZE } from '../../shared/board/board.ts';
import type { Mark } from '../../shared/board/marks.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { snapped, snapStops } from '../../shared/geometry/snapGuides.ts';
import { isVisible } from '../../shared/scene/hitTest.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import { marksNear } from '../../shared/scene/marksNear.ts';
import type { ToolContext } from './tool.ts';

/** From how far an edge draws what is moved to it, screen px. */
const REACH_PX = 6;

/** Corrects a move so that edges and middles meet, and shows where they do. */
export type MoveGuides = {
  /**
   * @param isFree the hand wants no help now
   * @returns the move that is meant
   */
  readonly meant: (by: Point, isFree: boolean) => Point;
  readonly end: () => void;
};

/** Single strokes and arrows lie as the hand left them: what was set somewhere has edges to keep to. */
const hasEdges = ({ kind }: Mark): boolean => kind !== 'stroke' && kind !== 'connector';

/** Looks once, when the drag begins, at what lies on the page; a move then costs a search in sorted lists. */
export function moveGuides(context: Pick<ToolContext, 'view' | 'page' | 'settings' | 'guides' | 'units'>, moving: Box, ids: readonly MarkId[]): MoveGuides {
  if (!context.settings().guides) return { meant: (by) => by, end: () => undefined };
  const view = context.view();
  const page: Box = { x: 0, y: 0, ...(view.board.pages[context.page()]?.size ?? PAGE_SIZE) };
  const inHand = new Set(ids);
  const others = marksNear(view, context.page(), page).filter((mark) => hasEdges(mark) && !inHand.has(mark.id) && isVisible(mark, view));
  const stops = snapStops(others.map((mark) => markBox(mark, view)), page);
  return {
    meant(by, isFree) {
      if (isFree) {
        context.guides([]);
        return by;
      }
      const { dx, dy, lines } = snapped({ ...moving, x: moving.x + by.x, y: moving.y + by.y }, stops, context.units(REACH_PX));
      context.guides(lines);
      return { x: by.x + dx, y: by.y + dy };
    },
    end: () => context.guides([]),
  };
}
