import { generateNKeysBetween } from 'fractional-indexing';
import type { GroupId, MarkId, PageId } from '../../shared/base/ids.ts';
import { comparePaintOrder } from '../../shared/board/buckets.ts';
import { regrouped } from '../../shared/board/groups.ts';
import type { Mark } from '../../shared/board/marks.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { compose, tidy, translation } from '../../shared/geometry/matrix.ts';
import { curveOf } from '../../shared/scene/markNode.ts';
import type { BoardView } from '../state/boardStore.ts';
import { orderAbove } from '../state/orders.ts';

/** Where copies come to lie and what they are called. */
export type CopyTo = { readonly view: BoardView; readonly page: PageId; readonly by: Point; readonly newMarkId: () => MarkId; readonly newGroupId: () => GroupId };

/** Copies of marks under new ids, their links to each other, groups and order kept, above everything else on the page. */
export function copyMarks(marks: readonly Mark[], { view, page, by, newMarkId, newGroupId }: CopyTo): readonly Mark[] {
  const ids = new Map(marks.map(({ id }) => [id, newMarkId()]));
  const orders = generateNKeysBetween(orderAbove(view.board, page), null, marks.length);
  const copied = (list: readonly MarkId[]): readonly MarkId[] => list.flatMap((id) => ids.get(id) ?? []);
  const inOrder = regrouped([...marks].sort(comparePaintOrder), newGroupId);
  return inOrder.map((mark, i): Mark => {
    const copy = { ...mark, id: ids.get(mark.id) as MarkId, page, layer: 'harvest' as const, locked: false, order: orders[i] as string, matrix: tidy(compose(translation(by.x, by.y), mark.matrix)) };
    if (copy.kind === 'card') return { ...copy, picture: copied(copy.picture), merged: copy.merged.map((part) => ({ ...part, picture: copied(part.picture) })) };
    if (copy.kind !== 'connector') return copy;
    // An end whose mark is not copied along stays where it is seen to be.
    const { from, to } = curveOf(mark as typeof copy, view);
    const end = (side: typeof copy.from, at: typeof from) => ({ mark: side.mark === null ? null : (ids.get(side.mark) ?? null), at });
    return { ...copy, from: end(copy.from, from), to: end(copy.to, to), matrix: translation(by.x, by.y) };
  });
}
