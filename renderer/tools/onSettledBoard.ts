import type { Afterwork } from '../state/afterwork.ts';
import type { Tool, ToolName } from './tool.ts';

/** These do not look at what is on the board when they come down: they can begin before all that was left is done. */
const NEED_NOTHING: readonly ToolName[] = ['pen', 'highlighter', 'shadow', 'eraser', 'hand', 'laser'];

/** The same tool, which finds on the board what the hand before it has left to be worked out. */
export function onSettledBoard(tool: Tool, afterwork: Afterwork): Tool {
  if (NEED_NOTHING.includes(tool.name)) return tool;
  return {
    ...tool,
    down(pointer) {
      afterwork.finish();
      tool.down(pointer);
    },
  };
}
