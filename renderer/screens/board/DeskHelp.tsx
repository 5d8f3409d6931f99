import { ACTIONS } from '../../actions/list.ts';
import { ShortcutsHelp } from '../../panels/help/ShortcutsHelp.tsx';
import { useWords } from '../../words.ts';
import { keysOf, labelOf, listed } from './listedActions.ts';

/** What pen, fingers and arrow keys do, in the order in which one needs it. */
const GESTURES = ['pen', 'barrel', 'otherEnd', 'rest', 'shift', 'oneFinger', 'twoFingers', 'tapTwo', 'tapThree', 'palm', 'arrows', 'space'] as const;

/** All keys, by what they are for. */
export function DeskHelp({ onDismiss }: { readonly onDismiss: () => void }) {
  const { t } = useWords();
  const group = (title: string, starts: readonly string[]) => ({
    title,
    items: ACTIONS.filter((action) => listed(action) && keysOf(action) !== null && starts.some((start) => action.id.startsWith(start)))
      .map((action) => ({ label: labelOf(t, action), keys: keysOf(action) ?? '' })),
  });
  const groups = [
    group(t('help.tools'), ['tool.', 'hand.']),
    group(t('help.meeting'), ['catcher.', 'table.', 'vote.', 'door.', 'panel.']),
    group(t('help.edit'), ['edit.', 'group.', 'align.', 'distribute.', 'style.', 'lettering.', 'bubble.']),
    group(t('help.view'), ['view.', 'page.']),
    group(t('help.room'), ['room.']),
  ];
  const gestures = {
    title: t('handHelp.title'),
    items: GESTURES.map((name) => ({ by: t(`handHelp.${name}.by`), does: t(`handHelp.${name}.does`) })),
    note: t('handHelp.windows'),
  };
  return <ShortcutsHelp groups={groups} gestures={gestures} onDismiss={onDismiss} />;
}
