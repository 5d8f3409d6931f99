import type { PictureRequest } from './messages.ts';

/** A picture that a window waits for. */
export type WantedPicture = { readonly ticket: number; readonly request: PictureRequest };

/** The pictures that are still to be painted. */
export type PictureQueue = {
  readonly want: (picture: WantedPicture) => void;
  /** Whether one may be painted now. @param tilesWait whether tiles come first, or will soon */
  readonly has: (tilesWait: boolean) => boolean;
  /** Takes that one: what is in the hand goes before the tiles, a picture of a page after them. */
  readonly next: (tilesWait: boolean) => WantedPicture | undefined;
  readonly clear: () => void;
};

/** An empty queue. */
export function createPictureQueue(): PictureQueue {
  const pictures: WantedPicture[] = [];
  const first = (tilesWait: boolean): number => pictures.findIndex(({ request }) => request.only !== null || !tilesWait);
  return {
    want(picture) { pictures.push(picture); },
    has: (tilesWait) => first(tilesWait) >= 0,
    next(tilesWait) {
      const at = first(tilesWait);
      return at < 0 ? undefined : pictures.splice(at, 1)[0];
    },
    clear() { pictures.length = 0; },
  };
}
