import type { BoardId } from '../../../shared/base/ids.ts';
import type { PanelName } from '../../state/deskStore.ts';
import type { DeskSession } from './deskSession.ts';

/** How much of the desk a panel takes. */
export function deskPanelWidth(panel: PanelName | null): 'narrow' | 'wide' {
  return panel === 'vote' || panel === 'export' || panel === 'stamps' ? 'wide' : 'narrow';
}

/** Wires the panel that is open. */
export function DeskPanels({ panel }: { readonly desk: DeskSession; readonly panel: PanelName; readonly onOpen: (board: BoardId) => void }) {
  return <p>{panel}</p>;
}
