import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { markSwept } from '../../shared/scene/hitTest.ts';
import type { Rubbing } from './rubbing.ts';
import type { ToolContext } from './tool.ts';

/** Takes away whole marks of any kind. */
export function rubWhole(context: ToolContext): Rubbing {
  const struck = new Set<MarkId>();
  let shown = 0;
  return {
    rub(mark, way) {
      if (struck.has(mark.id)) return;
      const view = context.view();
      if (way.some(({ from, to, radius }) => markSwept(mark, view, from, to, radius))) struck.add(mark.id);
    },
    show() {
      if (struck.size > shown) context.hide([...struck]);
      shown = struck.size;
    },
    finish() {
      const { board } = context.view();
      const ids = [...struck].filter((id) => markOf(board, id) !== undefined);
      if (ids.length > 0) context.do({ type: 'marks.remove', ids });
      return true;
    },
    letGo() {
      if (shown > 0) context.hide([]);
    },
  };
}
