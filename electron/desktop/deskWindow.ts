import { screen, type BrowserWindow } from 'electron';
import { openPageWindow } from './pageWindow.ts';
import { fitPlace, readPlace, writePlace } from './windowPlace.ts';

/** `--desk` of the design, so that nothing flashes before the page is there. */
const DESK_COLOR = '#242220';

/**
 * Opens the desk: the window of the oogster and the begeleider.
 * @param placeFile where its size is remembered
 */
export function openDeskWindow(placeFile: string): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const { bounds, maximized } = fitPlace(readPlace(placeFile), [primary, ...others].map(({ workArea }) => workArea));
  const desk = openPageWindow('', { ...bounds, minWidth: 800, minHeight: 560, backgroundColor: DESK_COLOR, title: 'Droomdoek', autoHideMenuBar: true });
  desk.once('ready-to-show', () => {
    if (maximized) desk.maximize();
    desk.show();
  });
  desk.on('close', () => { writePlace(placeFile, { bounds: desk.getNormalBounds(), maximized: desk.isMaximized() }); });
  return desk;
}

/** Brings the desk before the person, wherever it was. */
export function focusDesk(desk: BrowserWindow): void {
  if (desk.isMinimized()) desk.restore();
  desk.show();
  desk.focus();
}
