import type { Box } from '../geometry/box.ts';

/** Board units per step of the grid on which ink is kept: 1/64, a sixtieth of a millimetre on an A0 print. */
export const INK_STEP = 1 / 64;

/** One sample of a pen: place in board units, pressure 0–1, time since the first sample in ms. */
export type InkSample = { readonly x: number; readonly y: number; readonly pressure: number; readonly timeMs: number };

/**
 * The samples of one stroke, packed and never changed once made. Places in board units on the grid of
 * `INK_STEP`, pressure 0–255, times in whole ms since the first sample.
 */
export type Ink = {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly pressure: Uint8Array;
  readonly timeMs: Uint32Array;
};

/** Whole number within a range; ink from outside is clamped rather than refused, and what is no number counts as nothing. */
const clamp = (value: number, low: number, high: number): number =>
  Number.isFinite(value) ? Math.min(high, Math.max(low, Math.round(value))) + 0 : Math.max(low, 0);

/** Farthest place that ink can hold, in board units; beyond it samples are clamped. */
export const INK_REACH = 1_000_000;

/** Packs samples onto the grid. Times that run backwards are set to the time before them. */
export function packInk(samples: readonly InkSample[]): Ink {
  const count = samples.length;
  const ink = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    pressure: new Uint8Array(count),
    timeMs: new Uint32Array(count),
  };
  const reach = INK_REACH / INK_STEP;
  let lastMs = 0;
  samples.forEach((sample, i) => {
    ink.x[i] = clamp(sample.x / INK_STEP, -reach, reach) * INK_STEP;
    ink.y[i] = clamp(sample.y / INK_STEP, -reach, reach) * INK_STEP;
    ink.pressure[i] = clamp(sample.pressure * 255, 0, 255);
    lastMs = Math.max(lastMs, clamp(sample.timeMs, 0, 0x7fffffff));
    ink.timeMs[i] = lastMs;
  });
  return ink;
}

/** The samples of an ink as plain records. */
export function unpackInk(ink: Ink): readonly InkSample[] {
  return Array.from({ length: ink.count }, (_, i) => ({
    x: ink.x[i] ?? 0,
    y: ink.y[i] ?? 0,
    pressure: (ink.pressure[i] ?? 0) / 255,
    timeMs: ink.timeMs[i] ?? 0,
  }));
}

const boundsCache = new WeakMap<Ink, Box>();

/** The box around the samples' places, without the width of the line; kept per ink. */
export function inkBounds(ink: Ink): Box {
  const kept = boundsCache.get(ink);
  if (kept) return kept;
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (let i = 0; i < ink.count; i++) {
    const x = ink.x[i] as number, y = ink.y[i] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const box = ink.count === 0 ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
  boundsCache.set(ink, box);
  return box;
}
