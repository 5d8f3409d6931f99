import { app, type BrowserWindow } from 'electron';

/** Crashes further apart than this have nothing to do with each other. */
const FORGET_AFTER_MS = 60_000;
/** The first crash costs the room a blink; a window that crashes on and on must not eat the machine. */
const PAUSES_MS = [0, 500, 2_000, 10_000] as const;

/**
 * How long to wait before a crashed window is loaded again.
 * @param crashesMs when the window crashed before, oldest first, this crash included
 */
export function pauseBeforeReloadMs(crashesMs: readonly number[], nowMs: number): number {
  const recent = crashesMs.filter((atMs) => nowMs - atMs < FORGET_AFTER_MS).length;
  return PAUSES_MS[Math.min(Math.max(recent - 1, 0), PAUSES_MS.length - 1)] ?? 0;
}

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
