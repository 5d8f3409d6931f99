import type { PanelName } from '../../state/deskStore.ts';

/** Panels beside the board; export and time-lapse take the whole desk and the palette lies over it, so they are not among them. */
export type SidePanel = Exclude<PanelName, 'export' | 'palette' | 'playback'>;

/** How much of the desk a panel takes. */
export function deskPanelWidth(panel: PanelName | null): 'narrow' | 'picker' | 'wide' {
  return panel === 'vote' ? 'wide' : panel === 'stamps' ? 'picker' : 'narrow';
}
