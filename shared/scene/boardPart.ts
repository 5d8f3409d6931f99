import type { MarkId, PageId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { bucketOf, marksOnPage } from '../board/buckets.ts';
import type { ConnectorMark, Mark } from '../board/marks.ts';
import { overlaps, type Box, type Point } from '../geometry/box.ts';
import { compose, IDENTITY, tidy, translation } from '../geometry/matrix.ts';
import { curveOf, nodeBounds, type SceneContext } from './markNode.ts';

/** A piece of a page, in board units: everything in the box, or of that only some marks. */
export type BoardPart = { readonly page: PageId; readonly box: Box; readonly only: readonly MarkId[] | null };

/** A connector whose ends hold on to what is kept; every other end stays where it is seen to be. */
function reattached(mark: ConnectorMark, kept: ReadonlySet<MarkId>, context: SceneContext): ConnectorMark {
  const curve = curveOf(mark, context);
  const end = (side: ConnectorMark['from'], at: Point): ConnectorMark['from'] => ({ mark: side.mark !== null && kept.has(side.mark) ? side.mark : null, at });
  return { ...mark, from: end(mark.from, curve.from), to: end(mark.to, curve.to), matrix: IDENTITY };
}

/**
 * A board whose only page is a part of a page, as large as that part, so that it is printed, read aloud and measured like
 * any other. Marks, rounds and tables keep their names.
 */
export function boardPart(context: SceneContext, { page, box, only }: BoardPart): Board {
  const { board } = context;
  const whole = board.pages[page];
  if (!whole) return board;
  const chosen = only && new Set(only);
  const inside = marksOnPage(board, page).filter((mark) => (chosen ? chosen.has(mark.id) : overlaps(nodeBounds(mark, context), box)));
  const kept = new Set(inside.map(({ id }) => id));
  const aside = translation(-box.x, -box.y);
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of inside) {
    const loose = mark.kind === 'connector' ? reattached(mark, kept, context) : mark;
    (buckets[bucketOf(mark.id)] ??= {})[mark.id] = { ...loose, matrix: tidy(compose(aside, loose.matrix)) };
  }
  return { ...board, pages: { [page]: { ...whole, size: { w: box.w, h: box.h } } }, buckets };
}
