import type { ToTiles } from './messages.ts';

/** In which order a worker hears, paints and changes its board. */
export type MessageOrder = { readonly hear: (message: ToTiles) => void };

export type MessageOrderDeps = {
  /** Paints one thing, or a slice of one, and sends it. */
  readonly paint: () => Promise<void>;
  /** Whether there is something that may be painted now. */
  readonly hasWork: () => boolean;
  /** Waits for what a message needs, while the board is painted as it is; returns what takes the message, at once. */
  readonly prepare: (message: ToTiles) => Promise<() => void>;
  /** Sends what was begun, as the board is before the change. */
  readonly finish: () => Promise<void>;
  /** The board that is being opened; null when none is. */
  readonly opening: () => Promise<void> | null;
  /** Calls back in another turn of the event loop, so that messages are heard in between. */
  readonly later: (turn: () => void) => void;
  readonly failed: (error: unknown) => void;
};

/** What is in view and what is asked for may differ while a board is being opened or a tile is half painted; the board itself may not. */
const changesBoard = ({ type }: ToTiles): boolean => type !== 'want' && type !== 'picture' && type !== 'close';

/**
 * Messages are taken one after another, though fetching faces and pictures takes time. While one changes the board nothing new
 * is begun, so that all that is sent before shows the board as it was, and all that is sent after as it is.
 */
export function createMessageOrder({ paint, hasWork, prepare, finish, opening, later, failed }: MessageOrderDeps): MessageOrder {
  /** What is being painted and sent. */
  let making: Promise<void> = Promise.resolve();
  let taken: Promise<void> = Promise.resolve();
  let isPainting = false;
  let isChanging = false;

  // One thing that cannot be done must not stop all that come after it.
  const tried = async (part: () => Promise<void>): Promise<void> => {
    try {
      await part();
    } catch (error) {
      failed(error);
    }
  };
  const turn = (): void => {
    if (isChanging || !hasWork()) {
      isPainting = false;
      return;
    }
    making = tried(paint).then(() => { later(turn); });
  };
  const goOn = (): void => {
    if (isPainting || !hasWork()) return;
    isPainting = true;
    later(turn);
  };
  const take = async (message: ToTiles): Promise<void> => {
    const apply = await prepare(message);
    isChanging = changesBoard(message);
    try {
      await making;
      if (isChanging) await tried(finish);
      apply();
    } finally {
      isChanging = false;
      goOn();
    }
  };
  return {
    hear(message) {
      taken = taken.then(() => tried(async () => {
        if (changesBoard(message)) await opening();
        await take(message);
      }));
    },
  };
}
