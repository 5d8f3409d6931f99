import { useEffect } from 'react';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { DeskSession } from './board/deskSession.ts';

/** So long after the desk's first tiles they have more on them than the first marks, ms. */
const OVERTAKEN_MS = 600;
const HANDS = ['pointerdown', 'wheel', 'keydown'] as const;

/** Says what the first marks of a large board are that is being read from a file; null once the desk itself shows them or a hand is on it. */
export function useFirstMarks(host: Host, session: DeskSession | null, setDocument: (first: PlainDocument | null) => void): void {
  useEffect(() => (session ? undefined : host.on('boards.firstMarks', (first) => setDocument(first.document))), [host, session, setDocument]);
  useEffect(() => {
    if (!session) return undefined;
    const done = (): void => setDocument(null);
    let timer = 0;
    const stop = session.canvas.onTiles(() => { timer ||= window.setTimeout(done, OVERTAKEN_MS); });
    for (const name of HANDS) window.addEventListener(name, done, { once: true, passive: true });
    void session.canvas.painted().then(done);
    return () => {
      stop();
      window.clearTimeout(timer);
      for (const name of HANDS) window.removeEventListener(name, done);
    };
  }, [session, setDocument]);
}
