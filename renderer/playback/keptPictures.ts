import type { PageId } from '../../shared/base/ids.ts';
import type { FilmPlace } from '../../shared/journal/timeline.ts';

/** What a film looked like at a place, as large as the canvas it is shown on. */
export type KeptPicture = { readonly place: FilmPlace; readonly page: PageId; readonly picture: ImageBitmap };

/** Pictures of a film at even distances, so that going back means painting a little and not everything. */
export type KeptPictures = {
  /** The nearest picture of the page at or before a number of gestures that has the size of the canvas. */
  readonly before: (done: number, page: PageId, canvas: Sized) => KeptPicture | null;
  /** Takes a copy of the canvas when the film has none near that place yet. */
  readonly keep: (place: FilmPlace, page: PageId, canvas: Sized & CanvasImageSource) => void;
  /** Gives their pixels back. */
  readonly clear: () => void;
};

type Sized = { readonly width: number; readonly height: number };

/** All pictures together take at most this much memory. */
const MOST_BYTES = 72 * 1024 * 1024;
const MOST_PICTURES = 16;
/** Fewer gestures than this are painted as quickly as a picture is copied. */
const LEAST_BETWEEN = 24;

/** @param gestures how many gestures the film has */
export function createKeptPictures(gestures: number): KeptPictures {
  const kept = new Map<number, KeptPicture>();
  const stepFor = ({ width, height }: Sized): number => {
    const pictures = Math.max(1, Math.min(MOST_PICTURES, Math.floor(MOST_BYTES / (4 * width * height))));
    return Math.max(LEAST_BETWEEN, Math.ceil((gestures + 1) / pictures));
  };
  const clear = (): void => {
    for (const { picture } of kept.values()) picture.close();
    kept.clear();
  };
  const fits = ({ picture }: KeptPicture, { width, height }: Sized): boolean => picture.width === width && picture.height === height;
  return {
    before(done, page, canvas) {
      for (let slot = Math.floor(done / stepFor(canvas)); slot >= 0; slot--) {
        const found = kept.get(slot);
        if (found && found.page === page && found.place.done <= done && fits(found, canvas)) return found;
      }
      return null;
    },
    keep(place, page, canvas) {
      const slot = Math.floor(place.done / stepFor(canvas));
      const known = kept.get(slot);
      if (known && fits(known, canvas) && known.page === page && known.place.done <= place.done) return;
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      copy.getContext('2d', { alpha: false })?.drawImage(canvas, 0, 0);
      known?.picture.close();
      kept.set(slot, { place, page, picture: copy.transferToImageBitmap() });
    },
    clear,
  };
}
