import type { Action } from '../../actions/action.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { onMac } from '../../host/onMac.ts';
import type { Say } from '../../words.ts';

/** The first keys of an action as they stand in help and palette, or null when it has none. */
export const keysOf = ({ shortcuts }: Action): string | null => (shortcuts[0] ? shortcutText(shortcuts[0], onMac()) : null);

/** The name of an action. */
export const labelOf = (t: Say, action: Action): string => t(action.label, action.values ?? {});

/** Whether an action is listed by its name: moving by arrow keys is one habit, not eight actions. */
export const listed = (action: Action): boolean => !action.id.startsWith('edit.nudge');
