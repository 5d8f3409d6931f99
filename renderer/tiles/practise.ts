import { practiceBoard } from '../../shared/board/practiceBoard.ts';
import type { PageId } from '../../shared/base/ids.ts';
import { createFirstPainting } from './firstPainting.ts';

/** So few that a board which comes meanwhile waits no more than a few ms. */
const STROKES = 24;
const ROUNDS = 12;
/** Between two rounds, ms: practising takes what is left of the machine. */
const REST_MS = 30;

const rest = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, REST_MS); });

/**
 * Opens and paints a small board a few times, for nobody: the first board is then painted by code that the engine has made
 * fast already.
 * @param isNeeded asked before every round: false ends it, since there is a board now
 */
export async function practise(isNeeded: () => boolean): Promise<void> {
  const { board, inks: texts } = practiceBoard(STROKES);
  const page = Object.keys(board.pages)[0] as PageId;
  for (let round = 0; round < ROUNDS && isNeeded(); round++) {
    const painting = createFirstPainting({ board, viewer: 'desk', texts, inks: new Map(), images: new Map() });
    // Several at once the first time: their canvases are there from then on.
    const tiles = [0, 1, 2, 3].map((n) => ({ page, level: -1, col: n % 2, row: n >> 1 })).slice(0, round === 0 ? 4 : 1);
    painting.want(tiles);
    while (!painting.step());
    for (let tile = painting.finished(); tile; tile = painting.finished()) (await tile.coming).close();
    await rest();
  }
}

/** So long after a worker has nothing to do it practises, ms. */
const AFTER_MS = 400;

/** A function that has a worker practise soon, once in its life, unless it has a board by then. */
export function createPractice(isWaiting: () => boolean): () => void {
  let isDone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    if (isDone) return;
    timer = setTimeout(() => {
      if (!isWaiting()) return;
      isDone = true;
      practise(isWaiting).catch((error: unknown) => console.error('tile worker', error));
    }, AFTER_MS);
  };
}
