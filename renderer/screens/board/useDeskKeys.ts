import { useEffect } from 'react';
import type { Action } from '../../actions/action.ts';
import { actionNamed, ACTIONS } from '../../actions/list.ts';
import { keyReach, worksOverPanels, type KeyPlace } from '../../actions/keyReach.ts';
import { runFromKey } from '../../actions/opensField.ts';
import { actionFor } from '../../actions/shortcuts.ts';
import { editInField, editsText } from '../../keys/nativeEditing.ts';
import { takeTool } from '../../state/deskStore.ts';
import type { DeskSession } from './deskSession.ts';
import { coversDesk } from './sidePanel.ts';

/** Parts of a panel that have keys of their own: grids, sliders, menus, lists of choices. */
const OWN_KEYS = '[role=grid], [role=slider], [role=menu], [role=listbox]';
/** Choices side by side need the keys that go through them; every other key is the desk's, also right after a colour was pressed. */
const CHOICE_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', ' '];

/** Whether nothing else has the focus: the nib's arrows then lead over the page. */
const onBoard = ({ target }: KeyboardEvent): boolean => target === document.body || (target instanceof Element && target.closest('[data-testid=board-stage]') !== null);

/** Where a key is pressed, the innermost first. */
function placeOf({ target, key }: KeyboardEvent): KeyPlace {
  if (editsText(document)) return 'field';
  if (!(target instanceof Element)) return 'desk';
  if (target.closest(OWN_KEYS) || (CHOICE_KEYS.includes(key) && target.closest('[role=radiogroup]'))) return 'part';
  return target.closest('[role=dialog]') ? 'dialog' : 'desk';
}

/** Keys, and the shell's menu, run actions. In a text field keys belong to the text, save what is said to be for everywhere. */
export function useDeskKeys(desk: DeskSession): void {
  useEffect(() => {
    const run = (action: Action): void => runFromKey(desk, action, () => editsText(document));
    let spaceTool: ReturnType<typeof desk.desk.getState>['tool'] | null = null;
    const down = (event: KeyboardEvent): void => {
      // Whoever has the pen to sign reaches nothing else, by no key.
      if (event.isComposing || desk.desk.getState().signing) return;
      const action = actionFor(ACTIONS, event);
      const covered = coversDesk(desk.desk.getState().panel);
      const reach = keyReach(action, event, placeOf(event), covered);
      if (reach === 'focus') return;
      if (reach === 'nobody') {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (!covered && onBoard(event) && desk.nib.press(event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (!covered && event.key === ' ' && !event.repeat && spaceTool === null && !(event.target instanceof HTMLButtonElement)) {
        spaceTool = desk.desk.getState().tool;
        takeTool(desk.desk, 'hand');
        event.preventDefault();
        return;
      }
      if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return;
      if (!action?.enabled(desk)) return;
      event.preventDefault();
      event.stopPropagation();
      run(action);
    };
    const up = (event: KeyboardEvent): void => {
      desk.nib.release(event.key);
      if (event.key !== ' ' || spaceTool === null) return;
      desk.desk.setState({ tool: spaceTool });
      spaceTool = null;
    };
    const stopMenu = desk.host.on('menu.chosen', ({ action: id }) => {
      if (editInField(document, id) || desk.desk.getState().signing) return;
      const action = actionNamed(id);
      if (!action?.enabled(desk) || (coversDesk(desk.desk.getState().panel) && !worksOverPanels(action))) return;
      run(action);
    });
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up);
    desk.keys.give();
    return () => {
      stopMenu();
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up);
    };
  }, [desk]);
}
