import { ACTIONS, actionNamed } from '../../actions/list.ts';
import { CommandPalette } from '../../panels/palette/CommandPalette.tsx';
import { useWords } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';
import { keysOf, labelOf, listed } from './listedActions.ts';

/** Every action by its name. */
export function DeskPalette({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { t } = useWords();
  const items = ACTIONS.filter(listed).map((action) => ({ id: action.id, label: labelOf(t, action), shortcut: keysOf(action), enabled: action.enabled(desk) }));
  return <CommandPalette items={items} onRun={(id) => { onDismiss(); actionNamed(id)?.run(desk); }} onDismiss={onDismiss} />;
}
