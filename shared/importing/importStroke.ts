import { packInk, type Ink } from '../ink/ink.ts';
import { transformPoint, type Matrix } from '../geometry/matrix.ts';
import type { Freedraw } from './excalidrawSchema.ts';

/** Excalidraw's own nib at pressure off: how much width follows pressure. */
export const IMPORT_THINNING = 0.6;
/** Time between samples of a file that keeps none: that of a pen at 125 Hz. */
const SAMPLE_MS = 8;

/**
 * Pressures for a stroke that was drawn without: quick is thin, slow is thick. The recurrence is the one of
 * perfect-freehand (`simulatePressure`, rate 0.275), so that the line looks as it did.
 * @param size diameter of the nib in the points' units
 */
function simulatedPressures(points: readonly { readonly x: number; readonly y: number }[], size: number): readonly number[] {
  let pressure = 0.5;
  return points.map((point, i) => {
    const before = points[i - 1] ?? point;
    const quick = Math.min(1, Math.hypot(point.x - before.x, point.y - before.y) / Math.max(size, 0.01));
    pressure = Math.min(1, pressure + (1 - quick - pressure) * (quick * 0.275));
    return pressure;
  });
}

const isShare = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1;

/**
 * The ink of a freehand line, in page units. A pressure that is missing is that of the sample before it.
 * @param toPage from the element's points to the page
 * @param size diameter of the nib in the element's units
 */
export function importInkSamples(element: Freedraw, toPage: Matrix, size: number): Ink {
  const { points, pressures } = element;
  const simulated = element.simulatePressure || pressures.length === 0 ? simulatedPressures(points, size) : undefined;
  let last = 0.5;
  return packInk(points.map((point, i) => {
    const given = simulated ? simulated[i] : pressures[point.index];
    if (isShare(given)) last = given;
    return { ...transformPoint(toPage, point), pressure: last, timeMs: i * SAMPLE_MS };
  }));
}
