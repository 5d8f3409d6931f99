import type { Afterwork } from '../../state/afterwork.ts';
import type { BoardStore } from '../../state/boardStore.ts';

/** A page that can be hidden and left. */
export type LeavablePage = {
  readonly window: EventTarget;
  readonly document: EventTarget & Pick<Document, 'visibilityState'>;
  /** Whether it has so little time for its last words that it asks to be stayed at: a browser's. A window of the desktop hands everything over when it is left. */
  readonly isBrowsers: boolean;
};

const thisPage = (): LeavablePage => ({ window, document, isBrowsers: window.droomdoek === undefined });

/**
 * A page that is on its way out, or that nobody sees, gets no more time to work in: what a hand left is worked out at once. In
 * a browser it also asks whether to stay while something that it shows is not on the disk. The returned function stops it.
 */
export function keepWorkOnLeaving({ finish }: Pick<Afterwork, 'finish'>, store: Pick<BoardStore, 'get'>, page = thisPage()): () => void {
  const finishIfHidden = (): void => { if (page.document.visibilityState === 'hidden') finish(); };
  const askToStay = (event: Event): void => { if (page.isBrowsers && !store.get().saved.safe) event.preventDefault(); };
  const heard = [[page.window, 'pagehide', finish], [page.document, 'visibilitychange', finishIfHidden], [page.window, 'beforeunload', askToStay]] as const;
  for (const [target, name, listener] of heard) target.addEventListener(name, listener);
  return () => { for (const [target, name, listener] of heard) target.removeEventListener(name, listener); };
}
