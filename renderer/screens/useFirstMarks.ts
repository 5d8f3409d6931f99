import { useEffect } from 'react';
import type { DeskSession } from './board/deskSession.ts';

/** So long after the desk's first tiles they have more on them than the first marks, ms. */
const OVERTAKEN_MS = 600;
const HANDS = ['pointerdown', 'wheel', 'keydown'] as const;

/** Drops the first marks of a large board once the desk itself shows them, or a hand is on it. */
export function useFirstMarks(session: DeskSession | null, drop: () => void): void {
  useEffect(() => {
    if (!session) return undefined;
    let timer = 0;
    const stop = session.canvas.onTiles(() => { timer ||= window.setTimeout(drop, OVERTAKEN_MS); });
    for (const name of HANDS) window.addEventListener(name, drop, { once: true, passive: true });
    void session.canvas.painted().then(drop);
    return () => {
      stop();
      window.clearTimeout(timer);
      for (const name of HANDS) window.removeEventListener(name, drop);
    };
  }, [session, drop]);
}
