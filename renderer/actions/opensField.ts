import type { DeskSession } from '../screens/board/deskSession.ts';
import type { DeskState } from '../state/deskStore.ts';
import type { Action } from './action.ts';

type Seen = Pick<DeskState, 'panel' | 'presenting'>;

/** Whether an action that was run is just opening a text field to type into. One that was open before has the focus, or somebody took it away. */
export function opensField(action: string, before: Seen, { panel, presenting }: Seen): boolean {
  // On the wall there is no field, and the key of the curtain is a letter.
  if (presenting) return false;
  switch (action) {
    case 'catcher.focus': case 'lettering.enter': case 'view.find': return true;
    case 'panel.palette': return panel === 'palette' && before.panel !== 'palette';
    case 'tool.stamp': return panel === 'stamps' && before.panel !== 'stamps';
    default: return false;
  }
}

/**
 * Runs an action that a key or the menu chose. What was typed for a field before that is nobody's; what is typed next is kept
 * for the field that it opens, if it does.
 * @param isInField whether a text field has the focus
 */
export function runFromKey(desk: DeskSession, action: Action, isInField: () => boolean): void {
  const before = desk.desk.getState();
  desk.keys.drop();
  action.run(desk);
  if (opensField(action.id, before, desk.desk.getState()) && !isInField()) desk.keys.holdForField();
}
