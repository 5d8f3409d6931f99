import { shortcutText } from '../../actions/shortcuts.ts';
import type { TOOL_KEYS } from '../../actions/toolActions.ts';
import { onMac } from '../../host/onMac.ts';
import type { ToolName } from '../../tools/tool.ts';

/** The broad nibs that lie below the ink; one button of the dock stands for both, a long press on it changes them. */
export const FELTS = ['highlighter', 'shadow'] as const satisfies readonly ToolName[];

/** The key of a tool as it stands on the keyboard. */
export const keyText = (keys: (typeof TOOL_KEYS)[number] | undefined): string => (keys ? shortcutText({ key: keys.key, shift: keys.shift ?? false }, onMac()) : '');
