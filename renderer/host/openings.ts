import type { BoardId } from '../../shared/base/ids.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Openings = { readonly board: string; readonly times: number };

const KEY = 'droomdoek.openings';
/** So many openings in a row that took the window with them, and the next is asked for first. */
const MOST_CRASHES = 2;

function openingsOf(kept: Pick<Storage, 'getItem'>): Openings | null {
  try {
    const { board, times } = JSON.parse(kept.getItem(KEY) ?? 'null') as Openings;
    return { board, times };
  } catch {
    return null;
  }
}

/** To be said before a board is opened: should the window crash over it, this is what is left. */
export function openingBegins(kept: Kept, board: BoardId): void {
  const before = openingsOf(kept);
  kept.setItem(KEY, JSON.stringify({ board, times: before?.board === board ? before.times + 1 : 1 } satisfies Openings));
}

/** The board stands, or the window was left in good order: nothing crashed. */
export function openingWentWell(kept: Kept): void {
  kept.removeItem(KEY);
}

/** Whether opening this board has crashed the window again and again, so that it must not open it by itself once more. */
export function crashesAtOpening(kept: Pick<Storage, 'getItem'>, board: BoardId): boolean {
  const before = openingsOf(kept);
  return before?.board === board && before.times >= MOST_CRASHES;
}
