import { assertNever } from '../../shared/base/assertNever.ts';
import { arrowTool } from './arrowTool.ts';
import { eraserTool } from './eraserTool.ts';
import { handTool } from './handTool.ts';
import { laserTool } from './laserTool.ts';
import { penTool } from './penTool.ts';
import { selectTool } from './selectTool.ts';
import { shapeTool } from './shapeTool.ts';
import { stampTool } from './stampTool.ts';
import { textTool } from './textTool.ts';
import type { Tool, ToolContext, ToolName } from './tool.ts';

/** The state machine of a tool. */
export function makeTool(name: ToolName, context: ToolContext): Tool {
  switch (name) {
    case 'pen': case 'highlighter': case 'shadow': return penTool(context, name);
    case 'eraser': return eraserTool(context);
    case 'select': case 'lasso': return selectTool(context, name);
    case 'text': return textTool(context);
    case 'stamp': return stampTool(context);
    case 'rectangle': case 'shadowBox': case 'ellipse': case 'diamond': case 'banner': case 'bubble': case 'thought': case 'cloud': case 'sun': case 'block': case 'frame': return shapeTool(context, name);
    case 'arrow': return arrowTool(context);
    case 'hand': return handTool(context);
    case 'laser': return laserTool(context);
    default: return assertNever(name);
  }
}
