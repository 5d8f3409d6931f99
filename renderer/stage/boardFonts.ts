import type { Face } from '../../shared/paint/faces.ts';
import { createFaceLoader } from '../tiles/faceLoader.ts';

/** Where the page finds the font files; the tile worker needs the whole address. */
export function fontsUrl(): string {
  return new URL('resources/fonts', document.baseURI).href;
}

/** The faces of the board in this window. */
export type BoardFonts = {
  /** Those that a window waits for. */
  readonly hands: Promise<void>;
  /** Fetches spare faces that are not there yet, and says whether they are. */
  readonly need: (faces: readonly Face[]) => boolean;
  /** Called when spare faces have come: what was measured or painted without them is measured or painted anew. */
  readonly onMore: (listener: () => void) => () => void;
};

let ofWindow: BoardFonts | null = null;

/** The faces of this window: like `document.fonts` there is one set of them. */
export const boardFonts = (): BoardFonts => (ofWindow ??= loadFonts());

/** Loads the faces of the hands, so that measuring and painting never fall back to another font; spare faces come when they are asked for. */
function loadFonts(): BoardFonts {
  const loader = createFaceLoader(document.fonts, fontsUrl());
  const listeners = new Set<() => void>();
  const need = (faces: readonly Face[]): boolean => {
    const coming = loader.need(faces);
    void coming?.then(() => { for (const listener of listeners) listener(); });
    return coming === null;
  };
  return {
    hands: loader.hands, need,
    onMore(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
