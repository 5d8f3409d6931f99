import { app, BrowserWindow } from 'electron';

/** A window that does not close within this, ms, hangs. */
const PATIENCE_MS = 5000;

/** Closes all windows as somebody would: each hands over what it still holds. */
async function closeWindows(): Promise<void> {
  const windows = BrowserWindow.getAllWindows();
  const gone = windows.map((window) => new Promise<void>((resolve) => {
    const timer = setTimeout(() => { window.destroy(); }, PATIENCE_MS);
    window.once('closed', () => {
      clearTimeout(timer);
      resolve();
    });
  }));
  // The room screen goes with the desk.
  for (const window of windows) if (!window.isDestroyed()) window.close();
  await Promise.all(gone);
}

/**
 * Ends the app only when everything is on disk, whichever way it is asked to end: first the windows close, then what is behind them.
 * @param close resolves then; called once
 */
export function quitSafely(close: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  const finish = (): void => {
    state = 'closed';
    app.quit();
  };
  app.on('window-all-closed', () => { app.quit(); });
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    // What could not be written has been told by the saved sign; the working copy is offered at the next start.
    closeWindows().catch(() => undefined).then(close).then(finish, finish);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { app.quit(); });
}
