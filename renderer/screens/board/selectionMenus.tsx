import {
  AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignHorizontalDistributeCenter, AlignStartHorizontal, AlignStartVertical,
  AlignVerticalDistributeCenter, Group, Ungroup, type LucideIcon,
} from 'lucide-react';
import { actionNamed } from '../../actions/list.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { onMac } from '../../host/onMac.ts';
import type { MenuItem } from '../../panels/parts/Menu.tsx';
import type { Say } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';

/** A line of a menu: an action and its drawing, or what stands between two kinds of them. */
type Entry = readonly [action: string, icon: LucideIcon] | 'line';

const ARRANGE: readonly Entry[] = [
  ['align.left', AlignStartVertical], ['align.centre', AlignCenterVertical], ['align.right', AlignEndVertical], 'line',
  ['align.top', AlignStartHorizontal], ['align.middle', AlignCenterHorizontal], ['align.bottom', AlignEndHorizontal], 'line',
  ['distribute.horizontal', AlignHorizontalDistributeCenter], ['distribute.vertical', AlignVerticalDistributeCenter], 'line',
  ['group.make', Group], ['group.undo', Ungroup],
];

function itemsOf(desk: DeskSession, t: Say, entries: readonly Entry[]): readonly MenuItem[] {
  return entries.flatMap((entry, i): readonly MenuItem[] => {
    if (entry === 'line') return [{ kind: 'line', id: `line-${i}` }];
    const [id, Icon] = entry;
    const action = actionNamed(id);
    const shortcut = action?.shortcuts[0];
    if (!action) return [];
    return [{
      kind: 'do', id, label: t(action.label), icon: <Icon size={20} strokeWidth={1.7} aria-hidden />, disabled: !action.enabled(desk), onPress: () => action.run(desk),
      ...(shortcut ? { shortcut: shortcutText(shortcut, onMac()) } : {}),
    }];
  });
}

/** Lining up and grouping, for what is chosen. */
export const arrangeItems = (desk: DeskSession, t: Say): readonly MenuItem[] => itemsOf(desk, t, ARRANGE);
