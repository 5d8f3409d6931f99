import type { MeasureEm } from '../../shared/board/lettering.ts';
import { canvasAdvanceEm, type Canvas2D } from '../../shared/paint/canvas2dSurface.ts';
import { measureBy } from '../../shared/paint/glyphRuns.ts';
import { spareFacesOf } from '../../shared/paint/spareFaces.ts';
import type { BoardFonts } from './boardFonts.ts';

/**
 * Measures lettering with the window's canvas; call after the faces of the hands are loaded. Kept per text, once all its faces are
 * there: what is measured without a spare face is as wide as the letters that stand in for it.
 */
export function createMeasure({ need }: Pick<BoardFonts, 'need'>): MeasureEm {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('No 2D canvas in this window');
  const measure = measureBy(canvasAdvanceEm(context as Canvas2D));
  const kept = new Map<string, number>();
  return (text, hand) => {
    const key = `${hand} ${text}`;
    let width = kept.get(key);
    if (width === undefined) {
      const isThere = need(spareFacesOf(text));
      width = measure(text, hand);
      if (kept.size > 20_000) kept.clear();
      if (isThere) kept.set(key, width);
    }
    return width;
  };
}

/** Fetches a spare face when its first letter is typed or pasted anywhere in the window, before anybody can have put it down. */
export function fetchWhatIsTyped({ need }: Pick<BoardFonts, 'need'>): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) need(spareFacesOf(target.value));
  }, { capture: true });
}
