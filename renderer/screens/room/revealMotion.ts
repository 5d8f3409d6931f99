import type { Box } from '../../../shared/geometry/box.ts';

/** A stretch of the reveal, ms after the press. */
export type Stretch = { readonly from: number; readonly to: number };

/** What happens when, ms after the press. Nothing bounces, nothing flashes, and nothing starts on its own. */
export const REVEAL: { readonly [part in 'fade' | 'race' | 'move' | 'ink' | 'wash' | 'name' | 'saying' | 'sun' | 'rays' | 'tieTitle' | 'tieBox' | 'tieText']: Stretch } = {
  fade: { from: 0, to: 500 },
  // Quiet until here: the choices wait.
  race: { from: 1500, to: 2700 },
  move: { from: 2700, to: 3600 },
  ink: { from: 3600, to: 5600 },
  wash: { from: 5600, to: 6200 },
  name: { from: 6000, to: 6700 },
  saying: { from: 6600, to: 7000 },
  sun: { from: 6600, to: 7300 },
  rays: { from: 7000, to: 7700 },
  tieTitle: { from: 3300, to: 3900 },
  tieBox: { from: 3900, to: 4700 },
  tieText: { from: 4600, to: 5000 },
};

/** After this much nothing moves any more. */
export const WON_MS = REVEAL.rays.to;
export const TIE_MS = REVEAL.tieText.to;

/** Lots: the seed is shown, a ring goes round ever more slowly, rests, and the winner is revealed as any other. */
export const LOTS = { seed: { from: 0, to: 500 }, round: { from: 900, to: 5100 }, rest: { from: 5100, to: 6000 } } as const satisfies { readonly [part: string]: Stretch };
/** So much later than without lots the winner begins to move. */
export const LOTS_LATER_MS = LOTS.rest.to - REVEAL.move.from;

/** From the result back to the board, ms. */
export const BACK_MS = 1200;

/** How far a stretch has come, 0–1. */
export function shareOf({ from, to }: Stretch, ms: number): number {
  return Math.min(1, Math.max(0, (ms - from) / (to - from)));
}

/** Soft in and out. */
export const soft = (t: number): number => t * t * t * (t * (6 * t - 15) + 10);

/** Soft at its end only: what a hand sets going. */
export const easeOut = (t: number): number => 1 - (1 - t) ** 3;

/**
 * How many dots a bar shows: all bars start together and grow at the same speed per dot, so that the one with most dots
 * simply goes on longest, and the order in which they stop is the result from the last place to the first.
 */
export function dotsShown(dots: number, most: number, ms: number): number {
  return Math.min(dots, most * shareOf(REVEAL.race, ms));
}

/** When the bar of so many dots stops, ms. */
export function stopsAt(dots: number, most: number): number {
  return most === 0 ? REVEAL.race.from : REVEAL.race.from + ((REVEAL.race.to - REVEAL.race.from) * dots) / most;
}

/** A box on its way from one place to another, `t` 0–1. */
export function between(a: Box, b: Box, t: number): Box {
  const mix = (from: number, to: number): number => from + (to - from) * t;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), w: mix(a.w, b.w), h: mix(a.h, b.h) };
}

/** The stills that stand for the motion when less motion is asked for, each shown for a while; ms of the motion. */
export const STILLS = { won: [REVEAL.fade.to, REVEAL.race.to, WON_MS], tie: [REVEAL.fade.to, REVEAL.race.to, TIE_MS] } as const;
/** How long a still stands before the next fades in, and how long that takes, ms. */
export const STILL_MS = 1400;
export const CROSS_MS = 200;

/** Which still is shown at a moment, which comes through it, and how far that has come, 0–1. */
export function stillAt(stills: readonly number[], ms: number): { readonly below: number; readonly above: number; readonly share: number } {
  const last = stills.length - 1;
  const at = Math.min(last, Math.max(0, Math.floor(ms / STILL_MS)));
  const into = ms - at * STILL_MS;
  const before = Math.max(0, at - 1);
  return { below: stills[at === 0 ? 0 : before] as number, above: stills[at] as number, share: at === 0 ? 1 : Math.min(1, into / CROSS_MS) };
}

/**
 * Where the ring of the lots is: it goes from one name to the next, each step a little longer than the one before, and
 * ends on the one that was drawn.
 * @param drawn place of the drawn one among `count`
 * @returns the place that has the ring, and how far the way to it has come, 0–1
 */
export function lotsRing(count: number, drawn: number, ms: number): { readonly from: number; readonly to: number; readonly share: number } {
  // At least three times round, so that nobody can tell where it will end.
  const steps = Math.max(3, Math.ceil(12 / count)) * count + drawn;
  const t = shareOf(LOTS.round, ms);
  const along = (1 - (1 - t) ** 2.2) * steps;
  const step = Math.min(steps - 1, Math.floor(along));
  if (t >= 1) return { from: drawn, to: drawn, share: 1 };
  return { from: step % count, to: (step + 1) % count, share: soft(along - step) };
}
