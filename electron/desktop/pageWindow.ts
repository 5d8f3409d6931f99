import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { join } from 'node:path';
import { APP_ORIGIN } from './appProtocol.ts';
import { comesBack } from './comeBack.ts';

/**
 * Opens a window on a page of the app: sandboxed, without Node, coming back by itself after a crash.
 * @param query what chooses the screen: empty for the desk, `?room` for the room screen
 */
export function openPageWindow(query: '' | '?room', options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show: false,
    webPreferences: {
      preload: join(app.getAppPath(), 'dist', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The dictionaries would be fetched from the internet.
      spellcheck: false,
      // The room screen is never the active window and has to move all the same.
      backgroundThrottling: false,
      devTools: !app.isPackaged,
    },
  });
  comesBack(window);
  // Two fingers zoom the board, not the page around it; the limits are lost with each page.
  window.webContents.on('did-finish-load', () => { void window.webContents.setVisualZoomLevelLimits(1, 1); });
  void window.loadURL(`${APP_ORIGIN}/index.html${query}`).catch(() => {
    // Closed or crashed while loading: the window is gone, or `comesBack` loads it again.
  });
  return window;
}
