import type { BoardId } from '../../../shared/base/ids.ts';
import type { PanelName } from '../../state/deskStore.ts';
import type { DeskSession } from './deskSession.ts';
import { DeskVote } from './DeskVote.tsx';

/** How much of the desk a panel takes. */
export function deskPanelWidth(panel: PanelName | null): 'narrow' | 'wide' {
  return panel === 'vote' || panel === 'export' || panel === 'stamps' ? 'wide' : 'narrow';
}

/** Wires the panel that is open. */
export function DeskPanels({ desk, panel }: { readonly desk: DeskSession; readonly panel: PanelName; readonly onOpen: (board: BoardId) => void }) {
  const dismiss = (): void => desk.desk.setState({ panel: null });
  switch (panel) {
    case 'vote': return <DeskVote desk={desk} onDismiss={dismiss} />;
    default: return null;
  }
}
