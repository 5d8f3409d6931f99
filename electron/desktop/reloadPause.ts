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
