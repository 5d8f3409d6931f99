import type { MarkId } from '../../shared/base/ids.ts';
import { comparePaintOrder, markOf } from '../../shared/board/buckets.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { grow, unionOf, type Point } from '../../shared/geometry/box.ts';
import { compose, IDENTITY, transformBox, type Matrix } from '../../shared/geometry/matrix.ts';
import { markBox, markNode } from '../../shared/scene/markNode.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { isWholeSheet } from '../state/wholeSheet.ts';
import { MOST_IN_HAND } from '../stage/mostInHand.ts';
import type { ToolContext } from './tool.ts';

/** Marks in the hand: shown where they would come to lie, until they are put down. */
export type DragPicture = {
  /** Where the hand has them, as near to it as they can be shown and put down. */
  readonly settled: (by: Point) => Point;
  /** @param matrix from where they lie to where the hand has them */
  readonly show: (matrix: Matrix) => void;
  /** The hand lets go: the marks are painted where the board has them again. */
  readonly end: () => void;
};

/** Lines are wider than the boxes of their marks. */
const AIR_UNITS = 24;

const isMove = ([a, b, c, d]: Matrix): boolean => a === 1 && b === 0 && c === 0 && d === 1;

const anywhere = (by: Point): Point => by;

type DragContext = Pick<ToolContext, 'view' | 'overlay' | 'hide' | 'carry' | 'picture' | 'painted' | 'wholePixels'>;

/** Few marks are painted themselves, forms at the size that they get and arrows bent by the end that stays. */
function carryFew(context: DragContext, marks: readonly Mark[]): DragPicture {
  const view = context.view();
  const still = new Map<MarkId, SceneNode>(marks.map((mark) => [mark.id, markNode(mark, view)]));
  const moved = (mark: Mark, matrix: Matrix): SceneNode => {
    const node = still.get(mark.id);
    if (node && mark.kind !== 'connector' && isMove(matrix)) return { ...node, matrix: compose(matrix, node.matrix) };
    return markNode({ ...mark, matrix: compose(matrix, mark.matrix) }, context.view());
  };
  context.hide(marks.map(({ id }) => id));
  return {
    settled: anywhere,
    show: (matrix) => context.overlay({ kind: 'nodes', opacity: 1, nodes: marks.map((mark) => moved(mark, matrix)) }),
    end: () => context.overlay(null),
  };
}

/** Many marks are one bitmap, made by the tile worker; until it is there, a frame shows where they are. */
function carryMany(context: DragContext, marks: readonly Mark[]): DragPicture {
  const view = context.view();
  const box = grow(unionOf(marks.map((mark) => markBox(mark, view))) ?? { x: 0, y: 0, w: 1, h: 1 }, AIR_UNITS);
  const ids = marks.map(({ id }) => id);
  let last: Matrix = IDENTITY;
  let bitmap: ImageBitmap | null = null;
  let over = false;
  const show = (): void => {
    if (bitmap) context.overlay({ kind: 'picture', bitmap, box, matrix: last });
    else context.overlay({ kind: 'guide', box: transformBox(last, box) });
  };
  void context.picture(ids, box).then((made) => {
    if (over) return made?.close();
    bitmap = made;
    context.hide(ids);
    show();
  });
  return {
    settled: anywhere,
    show(matrix) {
      last = matrix;
      show();
    },
    end() {
      over = true;
      if (!bitmap) return context.overlay(null);
      // Thousands of marks take a moment to be painted at their new place; till then their picture stays there.
      const picture = bitmap;
      void context.painted().then(() => {
        context.overlay(null);
        picture.close();
      });
    },
  };
}

/** All that one sees of the page: the board itself goes aside under the hand, and nothing is painted anew. */
function carryAll(context: DragContext): DragPicture {
  return {
    settled: context.wholePixels,
    show: ([, , , , x, y]) => context.carry({ x, y }),
    end: () => context.carry(null),
  };
}

/** Handles that do not pull the marks are in their way. */
function withoutHandles({ carry }: DragContext, picture: DragPicture): DragPicture {
  carry('marks');
  return {
    ...picture,
    end() {
      picture.end();
      carry(null);
    },
  };
}

/**
 * Takes marks in the hand. The caller un-hides them when the board has their new place.
 * @param onlyMoves whether they are neither turned nor stretched nor copied
 */
export function dragPicture(context: DragContext, ids: readonly MarkId[], onlyMoves = false): DragPicture {
  const view = context.view();
  if (onlyMoves && isWholeSheet(ids, view.board, 'desk')) return carryAll(context);
  const marks = ids.flatMap((id): Mark[] => { const mark = markOf(view.board, id); return mark ? [mark] : []; });
  const picture = marks.length > MOST_IN_HAND ? carryMany(context, marks) : carryFew(context, marks.sort(comparePaintOrder));
  return onlyMoves ? withoutHandles(context, picture) : picture;
}
