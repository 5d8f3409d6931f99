import { app, type BrowserWindow } from 'electron';
import { pauseBeforeReloadMs } from './reloadPause.ts';

/**
 * Loads a window again by itself when its page has crashed, hangs, or lost its pictures with the GPU process.
 * The page then opens the board from the services, which have everything.
 */
export function comesBack(window: BrowserWindow): void {
  const { webContents } = window;
  const crashesMs: number[] = [];
  const reloadSoon = (): void => {
    const nowMs = Date.now();
    crashesMs.push(nowMs);
    setTimeout(() => { if (!window.isDestroyed()) webContents.reload(); }, pauseBeforeReloadMs(crashesMs, nowMs));
  };
  const gpuGone = (_event: unknown, { type, reason }: { readonly type: string; readonly reason: string }): void => {
    if (type === 'GPU' && reason !== 'clean-exit') reloadSoon();
  };
  webContents.on('render-process-gone', (_event, { reason }) => { if (reason !== 'clean-exit') reloadSoon(); });
  // A page that hangs cannot be reloaded; ended by force it comes back as after a crash.
  window.on('unresponsive', () => { webContents.forcefullyCrashRenderer(); });
  app.on('child-process-gone', gpuGone);
  window.once('closed', () => { app.off('child-process-gone', gpuGone); });
}
