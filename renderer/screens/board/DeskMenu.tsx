import { useStore } from 'zustand';
import { actionNamed } from '../../actions/list.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { onMac } from '../../host/onMac.ts';
import { DeskCorner } from '../../panels/desk/DeskCorner.tsx';
import { useWords } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';

/** What stands behind the three dots. */
const IN_MENU = ['panel.harvest', 'panel.tables', 'panel.order', 'panel.ideas', 'door.open', 'board.export', 'playback.open', 'board.saveAs', 'panel.charter', 'panel.outline', 'view.find', 'panel.settings', 'help.shortcuts', 'panel.palette'] as const;

/** Wires the corner: voting and the menu of what is not needed while drawing. */
export function DeskMenu({ desk }: { readonly desk: DeskSession }) {
  const { t } = useWords();
  const panel = useStore(desk.desk, (state) => state.panel);
  const items = IN_MENU.flatMap((id) => {
    const action = actionNamed(id);
    const shortcut = action?.shortcuts[0];
    return action ? [{ kind: 'do' as const, id, label: t(action.label), ...(shortcut ? { shortcut: shortcutText(shortcut, onMac()) } : {}), onPress: () => action.run(desk) }] : [];
  });
  return <DeskCorner voteOpen={panel === 'vote'} onVote={() => actionNamed('vote.open')?.run(desk)} items={items} />;
}
