import type { Ink } from './ink.ts';

/** Pieces between samples that lie in one run. */
export const RUN_PIECES = 16;

/**
 * The boxes around runs of an ink's way, own coordinates: left, top, right, bottom of each, one after another. Run k goes from
 * sample `k × RUN_PIECES` to the first one of the next run, so that every piece between two samples lies in one run.
 */
export type InkRuns = Float64Array;

const kept = new WeakMap<Ink, InkRuns>();

function makeRuns({ count, x, y }: Ink): InkRuns {
  const runs = Math.max(1, Math.ceil((count - 1) / RUN_PIECES));
  const boxes = new Float64Array(runs * 4);
  for (let run = 0; run < runs; run++) {
    let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    const last = Math.min(count - 1, (run + 1) * RUN_PIECES);
    for (let i = run * RUN_PIECES; i <= last; i++) {
      const px = x[i] as number, py = y[i] as number;
      if (px < left) left = px;
      if (px > right) right = px;
      if (py < top) top = py;
      if (py > bottom) bottom = py;
    }
    const k = run * 4;
    boxes[k] = left; boxes[k + 1] = top; boxes[k + 2] = right; boxes[k + 3] = bottom;
  }
  return boxes;
}

/** The runs of an ink, kept as long as it lives: who looks for what lies in a small place passes over the rest in steps of a run. */
export function inkRuns(ink: Ink): InkRuns {
  let runs = kept.get(ink);
  if (!runs) kept.set(ink, (runs = makeRuns(ink)));
  return runs;
}

/** Whether a run may have something between these edges, own coordinates. */
export function runMeets(runs: InkRuns, run: number, left: number, top: number, right: number, bottom: number): boolean {
  const k = run * 4;
  return (runs[k] as number) <= right && (runs[k + 2] as number) >= left && (runs[k + 1] as number) <= bottom && (runs[k + 3] as number) >= top;
}
