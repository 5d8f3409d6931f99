import { markAt } from '../../shared/scene/hitTest.ts';
import type { Tool, ToolContext } from './tool.ts';

/** Opens the lettering editor where one taps: on existing lettering to change it, elsewhere for new. */
export function textTool(context: ToolContext): Tool {
  return {
    name: 'text',
    cursor: 'text',
    down() { /* The editor opens when the pointer is lifted, so that a pan can still begin. */ },
    move() { /* Nothing is pulled. */ },
    up(pointer) {
      const at = pointer.samples[pointer.samples.length - 1]?.at;
      if (!at) return;
      const mark = markAt(context.view(), context.page(), at, context.units(4));
      const lettered = mark && (mark.kind === 'text' || mark.kind === 'card' || mark.kind === 'shape');
      context.write(lettered ? { mark: mark.id } : { at });
    },
    cancel() { /* Nothing was begun. */ },
  };
}
