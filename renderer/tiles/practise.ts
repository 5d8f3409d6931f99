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
    const address = { page, level: -1, col: round % 2, row: 0 };
    painting.want([address]);
    while (!painting.step());
    painting.finished(address)?.close();
    await rest();
  }
}
