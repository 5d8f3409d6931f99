import {
  AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignHorizontalDistributeCenter, AlignStartHorizontal, AlignStartVertical,
  AlignVerticalDistributeCenter, Group, ImageDown, Palette, PencilRuler, Pin, PinOff, Pipette, Shapes, Ungroup, type LucideIcon,
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

const MORE: readonly Entry[] = [
  ['style.copy', Pipette], ['style.paste', PencilRuler], 'line',
  ['select.sameColor', Palette], ['select.sameKind', Shapes], 'line',
  ['layer.toPrepared', Pin], ['layer.toHarvest', PinOff], ['trace.selection', ImageDown],
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

/** Looks, what looks alike, and layers, for what is chosen. */
export const moreItems = (desk: DeskSession, t: Say): readonly MenuItem[] => itemsOf(desk, t, MORE);

/** Lining up and grouping, for what is chosen. */
export const arrangeItems = (desk: DeskSession, t: Say): readonly MenuItem[] => itemsOf(desk, t, ARRANGE);
