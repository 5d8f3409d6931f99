import { app } from 'electron';

/**
 * Ends the app only when everything is on disk, whichever way it is asked to end.
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
    close().then(finish, finish);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { app.quit(); });
}
