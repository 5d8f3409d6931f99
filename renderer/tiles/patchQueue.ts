import { unionOf } from '../../shared/geometry/box.ts';
import { tileKey, type TilePart } from './messages.ts';

/** Parts of tiles that are to be painted anew, each tile's as one. */
export type PatchQueue = {
  readonly want: (parts: readonly TilePart[]) => void;
  readonly next: () => TilePart | undefined;
  readonly size: () => number;
  readonly clear: () => void;
};

/** An empty queue. */
export function createPatchQueue(): PatchQueue {
  const patches = new Map<string, TilePart>();
  return {
    want(parts) {
      for (const part of parts) {
        const key = tileKey(part.address), waiting = patches.get(key);
        patches.set(key, waiting ? { address: part.address, px: unionOf([waiting.px, part.px]) ?? part.px } : part);
      }
    },
    next() {
      const [key, patch] = patches.entries().next().value ?? [];
      if (key !== undefined) patches.delete(key);
      return patch;
    },
    size: () => patches.size,
    clear: () => patches.clear(),
  };
}
