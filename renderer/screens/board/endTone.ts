import { playSoftTone } from '../../host/softTone.ts';
import type { DeskSession } from './deskSession.ts';

/** A countdown that ended this long ago is no news, ms: the laptop slept meanwhile. */
const LATE_MS = 2000;

/** Plays the soft tone when the countdown of the open round ends, if that is wanted. The returned function stops it. */
export function watchEndOfTime({ desk, settings }: Pick<DeskSession, 'desk' | 'settings'>): () => void {
  let timer = 0;
  const plan = (closesMs: number | null): void => {
    window.clearTimeout(timer);
    const leftMs = closesMs === null ? -1 : closesMs - Date.now();
    if (closesMs === null || leftMs <= 0) return;
    timer = window.setTimeout(() => { if (settings.getState().roomTone && Date.now() - closesMs < LATE_MS) playSoftTone(); }, leftMs);
  };
  plan(desk.getState().closesMs);
  const stop = desk.subscribe((state, before) => {
    // A round that closes at its time takes its countdown away a moment before or after it is over.
    if (state.closesMs !== before.closesMs && (state.closesMs !== null || (before.closesMs ?? 0) - Date.now() > LATE_MS)) plan(state.closesMs);
  });
  return () => {
    stop();
    window.clearTimeout(timer);
  };
}
