import type { DeskSession } from '../screens/board/deskSession.ts';
import type { PanelName } from '../state/deskStore.ts';
import { always, onceEach, type Action, type Shortcut } from './action.ts';
import type { WordKey } from '../../shared/strings/words.ts';

const panel = (name: PanelName, id: string, label: WordKey, shortcuts: readonly Shortcut[]): Action => ({
  id, label, shortcuts, enabled: always,
  run: (desk) => desk.desk.setState((state) => ({ panel: state.panel === name ? null : name })),
});

/** Names and numbers are not typed on a wall: while this window is what the room sees, nobody signs. */
const isNotShown = (desk: DeskSession): boolean => !desk.desk.getState().presenting;

/** What opens beside the board, and goes away again with the same key. */
export const panelActions: readonly Action[] = onceEach([
  panel('harvest', 'panel.harvest', 'actions.panel.harvest', [{ key: 'j' }]),
  panel('vote', 'vote.open', 'actions.vote.open', [{ key: 'u' }]),
  panel('door', 'door.open', 'actions.door.open', [{ key: 'u', shift: true }]),
  panel('export', 'board.export', 'actions.board.export', [{ key: 'e', mod: true }]),
  { id: 'board.print', label: 'actions.board.print', shortcuts: [{ key: 'p', mod: true }], enabled: always, run: (desk) => desk.desk.setState({ panel: 'export', exporting: { content: { kind: 'board' }, toPrint: true } }) },
  panel('playback', 'playback.open', 'actions.playback.open', [{ key: 'f9' }]),
  panel('tables', 'panel.tables', 'actions.panel.tables', []),
  panel('charter', 'panel.charter', 'actions.panel.charter', []),
  { id: 'signing.open', label: 'actions.signing.open', shortcuts: [], enabled: isNotShown, run: (desk) => desk.desk.setState({ signing: true }) },
  panel('outline', 'panel.outline', 'actions.panel.outline', []),
  panel('order', 'panel.order', 'actions.panel.order', [{ key: 'd', shift: true }]),
  panel('ideas', 'panel.ideas', 'actions.panel.ideas', [{ key: 'j', shift: true }]),
  panel('layers', 'panel.layers', 'actions.panel.layers', []),
  panel('far', 'panel.far', 'actions.panel.far', []),
  panel('settings', 'panel.settings', 'actions.panel.settings', [{ key: ',', mod: true }]),
  panel('help', 'help.shortcuts', 'actions.help.shortcuts', [{ key: '?' }, { key: '?', shift: true }, { key: 'f1' }]),
  panel('palette', 'panel.palette', 'actions.panel.palette', [{ key: 'k', mod: true }]),
]);
