import { tileKey, type TileAddress } from './messages.ts';

/**
 * The tiles that the worker still has to paint. While a window pans it wishes anew with every frame, often for tiles that
 * were painted already and are on their way to it: those are not painted twice.
 */
export type TileQueue = {
  /** Replaces what was wanted before. `got` is how many tiles the window had received when it wished. */
  readonly want: (tiles: readonly TileAddress[], got: number) => void;
  /** What is wanted and not sent yet, the most urgent first. */
  readonly waiting: () => readonly TileAddress[];
  /** Counts one as sent; once for each that the window gets. */
  readonly send: (address: TileAddress) => void;
  /** One that cannot be had, until it is wanted again; one that cannot be painted, until something has changed. */
  readonly fail: (address: TileAddress, why: 'painting' | 'sending') => void;
  /** What is on its way may be out of date: it must be painted again when it is wanted again. */
  readonly damaged: () => void;
  readonly size: () => number;
};

/** An empty queue. */
export function createTileQueue(): TileQueue {
  let wanted: TileAddress[] = [];
  let sent = 0;
  let onTheWay: { readonly key: string; readonly number: number }[] = [];
  const leaveOut = (address: TileAddress): string => {
    const key = tileKey(address);
    wanted = wanted.filter((other) => tileKey(other) !== key);
    return key;
  };
  return {
    want(tiles, got) {
      onTheWay = onTheWay.filter(({ number }) => number > got);
      const coming = new Set(onTheWay.map(({ key }) => key));
      wanted = tiles.filter((address) => !coming.has(tileKey(address)));
    },
    waiting: () => wanted,
    send(address) {
      const key = leaveOut(address);
      onTheWay.push({ key, number: ++sent });
    },
    fail(address, why) {
      const key = leaveOut(address);
      // The window never gets it: no number that it may have received is as high.
      if (why === 'painting') onTheWay.push({ key, number: Infinity });
    },
    damaged() { onTheWay = []; },
    size: () => wanted.length,
  };
}
