import type { Action } from './action.ts';
import { worksInFields, type KeyPress } from './shortcuts.ts';

/** Where a key is pressed: a text, a part with keys of its own, a dialog around neither, or the desk. */
export type KeyPlace = 'field' | 'part' | 'dialog' | 'desk';

/** Whom a key press is for: whoever has the focus, the desk, or nobody, the browser neither. */
export type KeyReach = 'focus' | 'desk' | 'nobody';

/** What the room sees must go away at once, whatever the desk shows. */
const CURTAINS: ReadonlySet<string> = new Set(['room.curtain', 'room.title', 'room.freeze']);
/** These open something else, or are about the board as a whole or the room; all others change what lies behind a panel. */
const PAST_PANELS = /^(board|panel|playback|help|signing|app|vote\.open|door\.open|room\.(?!guide))/;

/** Whether an action makes sense while a panel covers the board. */
export const worksOverPanels = ({ id }: Pick<Action, 'id'>): boolean => PAST_PANELS.test(id);

/**
 * Whom a key press is for.
 * @param action what the key stands for on the desk, if anything
 * @param covered whether a panel takes the whole desk, so that nobody sees the board
 */
export function keyReach(action: Action | undefined, press: KeyPress & Pick<KeyboardEvent, 'repeat'>, place: KeyPlace, covered: boolean): KeyReach {
  const everywhere = action !== undefined && worksInFields(action, press);
  // A sign that is typed with AltGr is held with Ctrl as well.
  if (covered && everywhere && !worksOverPanels(action)) return (press.ctrlKey || press.metaKey) && !press.altKey ? 'nobody' : 'focus';
  const isCurtain = action !== undefined && CURTAINS.has(action.id) && covered && (place === 'dialog' || place === 'desk');
  if (!everywhere && !isCurtain && (covered || place !== 'desk')) return 'focus';
  return press.repeat && action?.once ? 'nobody' : 'desk';
}
