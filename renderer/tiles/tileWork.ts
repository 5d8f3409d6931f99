import { tileKey, type TileAddress } from './messages.ts';
import type { OpenTile } from './tilePainter.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import type { TileQueue } from './tileQueue.ts';

/** A tile that has everything on it, and the state of the board that it shows. */
export type DoneTile = { readonly address: TileAddress; readonly revision: number; readonly coming: Promise<ImageBitmap> };

/**
 * Paints the tiles of a queue in slices: a tile that nobody wants any more is left as it is after the slice, since the next wish
 * must not wait for what the last one asked for.
 */
export type TileWork = {
  /** Goes on until a moment; returns the tile when it is finished: it is wanted until the queue knows it as sent. What cannot be painted is thrown, and left out. */
  readonly step: (untilMs: number) => DoneTile | null;
  /** Finishes a tile that was begun: what is painted differs from now on. */
  readonly finish: () => DoneTile | null;
  /** Leaves the tile that was begun when the queue does not want it any more, or in any case. */
  readonly leave: (what: 'unwanted' | 'all') => void;
};

export type TileWorkDeps = {
  readonly queue: TileQueue;
  /** An empty tile. */
  readonly open: (address: TileAddress) => OpenTile;
  /** What is to be painted on a tile. */
  readonly nodesOf: (address: TileAddress) => readonly SceneNode[];
  /** The state of the board that those show. */
  readonly revision: () => number;
  readonly nowMs: () => number;
};

type Begun = { readonly address: TileAddress; readonly revision: number; readonly tile: OpenTile; readonly nodes: readonly SceneNode[]; next: number };

/** So many nodes between two looks at the clock. */
const AT_ONCE = 32;

/** Work on a queue, nothing begun. */
export function createTileWork({ queue, open, nodesOf, revision, nowMs }: TileWorkDeps): TileWork {
  let begun: Begun | null = null;
  const leave = (what: 'unwanted' | 'all'): void => {
    if (!begun || (what === 'unwanted' && queue.waiting().some((address) => begun && tileKey(address) === tileKey(begun.address)))) return;
    begun.tile.drop();
    begun = null;
  };
  const paint = (now: Begun, untilMs: number): boolean => {
    while (now.next < now.nodes.length) {
      const end = Math.min(now.nodes.length, now.next + AT_ONCE);
      while (now.next < end) now.tile.paint(now.nodes[now.next++] as SceneNode);
      if (nowMs() >= untilMs) break;
    }
    if (now.next < now.nodes.length) return false;
    now.tile.flush();
    return true;
  };
  const step = (untilMs: number): DoneTile | null => {
    leave('unwanted');
    const address = begun?.address ?? queue.waiting()[0];
    if (!address) return null;
    try {
      begun ??= { address, revision: revision(), nodes: nodesOf(address), tile: open(address), next: 0 };
      if (!paint(begun, untilMs)) return null;
    } catch (error) {
      queue.fail(address, 'painting');
      leave('all');
      throw error;
    }
    const { tile, revision: shown } = begun;
    begun = null;
    return { address, revision: shown, coming: tile.give() };
  };
  return { step, finish: () => (begun ? step(Infinity) : null), leave };
}
