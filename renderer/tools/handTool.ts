import type { Point } from '../../shared/geometry/box.ts';
import { panned } from '../stage/camera.ts';
import type { Tool, ToolContext } from './tool.ts';

/** Moves the paper under the window. */
export function handTool(context: ToolContext): Tool {
  let last: Point | null = null;
  return {
    name: 'hand',
    cursor: 'grab',
    down(pointer) { last = pointer.screenPx; },
    move(pointer) {
      if (!last) return;
      context.camera.set(panned(context.camera.get(), pointer.screenPx.x - last.x, pointer.screenPx.y - last.y));
      last = pointer.screenPx;
    },
    up() { last = null; },
    cancel() { last = null; },
  };
}
