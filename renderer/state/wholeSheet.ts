import type { MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { markOf, marksOf } from '../../shared/board/buckets.ts';
import { wayOf, type Change } from '../../shared/board/change.ts';
import { showsLayer, type Viewer } from '../../shared/board/viewer.ts';
import { grow, unionOf, type Box, type Point } from '../../shared/geometry/box.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { markBox, nodeBounds, type SceneContext } from '../../shared/scene/markNode.ts';

/** Below this many marks it is not worth the look. */
const FEWEST = 60;
/** So much at most is painted outside of the box of a mark whose painted box takes long to find, board units: the heading of a frame stands on its line, in the largest lettering half of its size above it. */
const AIR_UNITS = 64;

/** Everything that somebody sees of a page, moved by the same way, board units. */
export type SheetMove = {
  readonly kind: 'aside';
  readonly page: PageId;
  readonly by: Point;
  /** What it covered before, board units: wherever else it comes from there was bare paper. */
  readonly from: Box;
};

function* marksLyingOn(board: Board, page: PageId): Generator<Mark> {
  for (const mark of marksOf(board)) if (mark.page === page) yield mark;
}

/** Whether a list of marks is all that somebody sees of its page; arrows that hang on the marks at both ends go along by themselves. */
export function isWholeSheet(ids: readonly MarkId[], board: Board, viewer: Viewer): boolean {
  const [first] = ids;
  const page = first === undefined ? undefined : markOf(board, first)?.page;
  if (page === undefined || ids.length < FEWEST) return false;
  const moved = new Set(ids);
  for (const mark of marksLyingOn(board, page)) {
    if (moved.has(mark.id) || !showsLayer(board, mark.layer, viewer)) continue;
    if (mark.kind !== 'connector' || mark.from.mark === null || mark.to.mark === null) return false;
  }
  return true;
}

/** What a change did, when it did nothing but push all that one sees of a page aside; null otherwise. */
export function sheetMove(change: Change, before: SceneContext, viewer: Viewer): SheetMove | null {
  if (change.kind !== 'transform' || change.ids.length < FEWEST) return null;
  const by = wayOf(change);
  if (!by || !isWholeSheet(change.ids, before.board, viewer)) return null;
  const page = markOf(before.board, change.ids[0] as MarkId)?.page;
  if (page === undefined) return null;
  const boxes: Box[] = [];
  // Of most marks it is known to a hair: air around them would reach beyond the page, where no tile has pixels to give.
  for (const mark of marksLyingOn(before.board, page)) boxes.push(mark.kind === 'stroke' || mark.kind === 'text' ? nodeBounds(mark, before) : grow(markBox(mark, before), AIR_UNITS));
  const from = unionOf(boxes);
  return from ? { kind: 'aside', page, by, from } : null;
}
