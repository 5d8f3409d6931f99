import type { MeasureEm } from '../../shared/board/lettering.ts';
import { canvasAdvanceEm, type Canvas2D } from '../../shared/paint/canvas2dSurface.ts';
import { measureBy } from '../../shared/paint/glyphRuns.ts';

/** Measures lettering with the window's canvas; call after the fonts are loaded. Kept per text. */
export function createMeasure(): MeasureEm {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('No 2D canvas in this window');
  const measure = measureBy(canvasAdvanceEm(context as Canvas2D));
  const kept = new Map<string, number>();
  return (text, hand) => {
    const key = `${hand} ${text}`;
    let width = kept.get(key);
    if (width === undefined) {
      width = measure(text, hand);
      if (kept.size > 20_000) kept.clear();
      kept.set(key, width);
    }
    return width;
  };
}
