import { fontsUrl } from './boardFonts.ts';
import type { ToTiles } from '../tiles/messages.ts';

/** A worker that waits for its board. */
let spare: Worker | null = null;

function startTileWorker(): Worker {
  const worker = new Worker(new URL('../tiles/tileWorker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ type: 'warm', fontsUrl: fontsUrl() } satisfies ToTiles);
  return worker;
}

/** Has a tile worker ready, its code and its faces loaded, before the board is there that it is for. */
export function warmTileWorker(): void {
  spare ??= startTileWorker();
}

/** The worker for a board: the one that waits, or a new one. Whoever takes it ends it. */
export function takeTileWorker(): Worker {
  const worker = spare ?? startTileWorker();
  spare = null;
  return worker;
}
