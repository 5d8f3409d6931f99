import { ACTIONS, actionNamed } from '../../actions/list.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import type { Action } from '../../actions/action.ts';
import { onMac } from '../../host/onMac.ts';
import { CommandPalette } from '../../panels/palette/CommandPalette.tsx';
import { ShortcutsHelp } from '../../panels/help/ShortcutsHelp.tsx';
import { useWords, type Say } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';

const keysOf = ({ shortcuts }: Action): string | null => (shortcuts[0] ? shortcutText(shortcuts[0], onMac()) : null);
const labelOf = (t: Say, action: Action): string => t(action.label, action.values ?? {});
/** Moving by arrow keys is one habit, not eight actions. */
const listed = (action: Action): boolean => !action.id.startsWith('edit.nudge');

/** All keys, by what they are for. */
export function DeskHelp({ onDismiss }: { readonly onDismiss: () => void }) {
  const { t } = useWords();
  const group = (title: string, starts: readonly string[]) => ({
    title,
    items: ACTIONS.filter((action) => listed(action) && keysOf(action) !== null && starts.some((start) => action.id.startsWith(start)))
      .map((action) => ({ label: labelOf(t, action), keys: keysOf(action) ?? '' })),
  });
  const groups = [
    group(t('help.tools'), ['tool.']),
    group(t('help.meeting'), ['catcher.', 'table.', 'vote.', 'panel.']),
    group(t('help.edit'), ['edit.']),
    group(t('help.view'), ['view.', 'page.']),
    group(t('help.room'), ['room.']),
  ];
  return <ShortcutsHelp groups={groups} onDismiss={onDismiss} />;
}

/** Every action by its name. */
export function DeskPalette({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { t } = useWords();
  const items = ACTIONS.filter(listed).map((action) => ({ id: action.id, label: labelOf(t, action), shortcut: keysOf(action), enabled: action.enabled(desk) }));
  return <CommandPalette items={items} onRun={(id) => { onDismiss(); actionNamed(id)?.run(desk); }} onDismiss={onDismiss} />;
}
