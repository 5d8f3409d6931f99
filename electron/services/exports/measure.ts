import type { Hand, MeasureEm } from '../../../shared/board/lettering.ts';
import { canvasFont, MEASURE_PX, type Face } from '../../../shared/paint/faces.ts';
import { measureBy, type AdvanceEm } from '../../../shared/paint/glyphRuns.ts';
import { registerFonts } from './canvasFonts.ts';
import type { FontFiles } from './fontFiles.ts';
import { lateCanvas } from './latePackages.ts';

/** Measures stretches in one face with Node's canvas, which agrees with the browser's. */
export function nodeAdvanceEm(fonts: FontFiles): AdvanceEm {
  registerFonts(fonts);
  const context = lateCanvas().createCanvas(1, 1).getContext('2d');
  let current: Face | undefined;
  return (text, face) => {
    // Reading a font name costs more than measuring a line.
    if (face !== current) context.font = canvasFont(face, MEASURE_PX);
    current = face;
    return context.measureText(text).width / MEASURE_PX;
  };
}

/** The measure of lettering outside a window; words that come again are measured once. */
export function nodeMeasure(fonts: FontFiles): MeasureEm {
  const measure = measureBy(nodeAdvanceEm(fonts));
  const kept = new Map<string, number>();
  return (text: string, hand: Hand) => {
    const key = `${hand}/${text}`;
    let width = kept.get(key);
    if (width === undefined) {
      width = measure(text, hand);
      // Bounded, since remark files have tens of thousands of different lines.
      if (kept.size < 20_000) kept.set(key, width);
    }
    return width;
  };
}
