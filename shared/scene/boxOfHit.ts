import type { MarkId } from '../base/ids.ts';
import { markOf } from '../board/buckets.ts';
import { unionOf, type Box } from '../geometry/box.ts';
import { markBox, type SceneContext } from './markNode.ts';

/** Where something that was looked for is to be shown: a named drawing together with its name; undefined when it is gone. */
export function boxOfHit(id: MarkId, context: SceneContext): Box | undefined {
  const mark = markOf(context.board, id);
  if (!mark) return undefined;
  const parts = mark.kind === 'card' ? mark.picture.flatMap((part) => markOf(context.board, part) ?? []).filter(({ page }) => page === mark.page) : [];
  return unionOf([mark, ...parts].map((part) => markBox(part, context)));
}
