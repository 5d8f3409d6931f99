import type { MeasureEm } from '../../shared/board/lettering.ts';
import { canvasAdvanceEm, type Canvas2D } from '../../shared/paint/canvas2dSurface.ts';
import { measureBy } from '../../shared/paint/glyphRuns.ts';

/**
 * Measures lettering with the window's canvas; call after the faces of the hands are loaded. Kept per text.
 * @param allFaces when the spare faces have come too, what was measured without them is forgotten
 */
export function createMeasure(allFaces: Promise<void>): MeasureEm {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('No 2D canvas in this window');
  const measure = measureBy(canvasAdvanceEm(context as Canvas2D));
  const kept = new Map<string, number>();
  void allFaces.then(() => kept.clear(), () => undefined);
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
