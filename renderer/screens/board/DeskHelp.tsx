import { ACTIONS } from '../../actions/list.ts';
import { ShortcutsHelp } from '../../panels/help/ShortcutsHelp.tsx';
import { useWords } from '../../words.ts';
import { keysOf, labelOf, listed } from './listedActions.ts';

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
    group(t('help.edit'), ['edit.', 'group.', 'align.', 'distribute.', 'style.']),
    group(t('help.view'), ['view.', 'page.']),
    group(t('help.room'), ['room.']),
  ];
  return <ShortcutsHelp groups={groups} onDismiss={onDismiss} />;
}
