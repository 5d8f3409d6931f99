import { fontsUrl } from './boardFonts.ts';
import type { FromTiles, ToTiles } from '../tiles/messages.ts';

/** A worker that waits for its board. */
let spare: Worker | null = null;
/** Whether one is to wait: only between two boards, since it takes memory. */
let isWanted = false;
/** Workers that still forget the board that they had. */
let forgetting = 0;

function startTileWorker(): Worker {
  const worker = new Worker(new URL('../tiles/tileWorker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ type: 'warm', fontsUrl: fontsUrl() } satisfies ToTiles);
  return worker;
}

/** Has a tile worker ready, its code and its faces loaded, before the board is there that it is for. */
export function warmTileWorker(): void {
  isWanted = true;
  if (forgetting === 0) spare ??= startTileWorker();
}

/** The worker for a board: the one that waits, or a new one. Whoever takes it gives it back. */
export function takeTileWorker(): Worker {
  const worker = spare ?? startTileWorker();
  spare = null;
  isWanted = false;
  return worker;
}

/**
 * Takes a worker back from a board that was closed; the next board may have it. One after another each with faces of its
 * own, they left the process a megabyte larger every time.
 */
export function giveBackTileWorker(worker: Worker): void {
  forgetting++;
  worker.onmessage = ({ data }: MessageEvent<FromTiles>) => {
    if ('bitmap' in data) data.bitmap.close();
    if (data.type !== 'closed') return;
    forgetting--;
    worker.onmessage = null;
    if (isWanted && spare === null) spare = worker;
    else worker.terminate();
  };
  worker.postMessage({ type: 'close' } satisfies ToTiles);
}
