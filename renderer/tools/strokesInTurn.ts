import type { MarkId } from '../../shared/base/ids.ts';
import type { LiveLayer, LiveStroke } from '../stage/liveLayer.ts';
import { orderAbove } from '../state/orders.ts';
import type { ToolContext } from './tool.ts';

/**
 * What a pen gets to draw with while something that was left before is still being worked out: its stroke stays in view and
 * comes onto the board in its turn, so that lifting the pen waits for nothing.
 */
export function strokesInTurn(context: ToolContext, live: () => Pick<LiveLayer, 'setStroke'> | null): ToolContext {
  const waiting = new Set<MarkId>();
  let last: LiveStroke | null = null;
  return {
    ...context,
    live(stroke) {
      last = stroke ?? last;
      context.live(stroke);
    },
    do(command) {
      const [mark] = command.type === 'marks.put' && command.what === 'draw' ? command.marks : [];
      if (context.afterwork.isDone() || command.type !== 'marks.put' || mark?.kind !== 'stroke') return context.do(command);
      const { id } = mark;
      waiting.add(id);
      live()?.setStroke(id, last && { ...last, predicted: [] });
      context.afterwork.leave(() => {
        // Another stroke that waited may have come above everything meanwhile, and another page into view.
        const placed = { ...mark, order: orderAbove(context.view().board, mark.page) };
        if (context.do({ ...command, marks: [placed] })) context.keep(placed);
        live()?.setStroke(id, null);
        waiting.delete(id);
        return true;
      });
      return true;
    },
    keep(mark) {
      if (!waiting.has(mark.id)) context.keep(mark);
    },
  };
}
