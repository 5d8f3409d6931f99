import type { DeskState, PanelName } from '../../state/deskStore.ts';

/** Export and time-lapse take the whole desk: the board behind them is out of reach. */
export const coversDesk = (panel: PanelName | null): boolean => panel === 'export' || panel === 'playback';

/** Whether nothing may be done to the board now: somebody signs, or a panel covers it. */
export const isBoardAway = ({ signing, panel }: Pick<DeskState, 'signing' | 'panel'>): boolean => signing || coversDesk(panel);

/** Panels beside the board; export and time-lapse take the whole desk and the palette lies over it, so they are not among them. */
export type SidePanel = Exclude<PanelName, 'export' | 'palette' | 'playback'>;

/** How much of the desk a panel takes. */
export function deskPanelWidth(panel: PanelName | null): 'narrow' | 'picker' | 'wide' {
  return panel === 'vote' ? 'wide' : panel === 'stamps' ? 'picker' : 'narrow';
}
