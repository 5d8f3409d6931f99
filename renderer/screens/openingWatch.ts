import type { BoardId } from '../../shared/base/ids.ts';
import type { ConnectedHost } from '../host/connectedHost.ts';

/** What is told of a board while a window opens it, when nobody else in that window listens yet. */
export type OpeningWatch = {
  /** Whether another window may work on it by now; not again until something new is told. */
  readonly takeDoubt: () => boolean;
  /** Whether the board has changed since that state, or may have. @param seq of the answer to `boards.open` */
  readonly isBehind: (seq: number) => boolean;
  readonly stop: () => void;
};

/** Listens to what is told of a board that is being opened. */
export function watchOpening({ on, onLine }: Pick<ConnectedHost, 'on' | 'onLine'>, board: BoardId): OpeningWatch {
  let newest = -1;
  let wasLost = false;
  let isInDoubt = false;
  const stops = [
    on('board.changed', (change) => { if (change.board === board) newest = Math.max(newest, change.seq); }),
    on('boards.takenOver', (taken) => { if (taken.board === board) isInDoubt = true; }),
    // Without a line this window holds nothing, and hears of no change.
    onLine(() => { wasLost = isInDoubt = true; }),
  ];
  return {
    takeDoubt() {
      const was = isInDoubt;
      isInDoubt = false;
      return was;
    },
    isBehind: (seq) => wasLost || newest > seq,
    stop: () => { for (const stop of stops) stop(); },
  };
}
