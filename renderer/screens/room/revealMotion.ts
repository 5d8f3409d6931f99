import type { Box } from '../../../shared/geometry/box.ts';

/** A stretch of the reveal, ms after the press. */
export type Stretch = { readonly from: number; readonly to: number };

/** What happens when, ms after the press. Nothing bounces, nothing flashes, and nothing starts on its own. */
export const REVEAL: { readonly [part in 'fade' | 'race' | 'move' | 'ink' | 'wash' | 'name' | 'saying' | 'sun' | 'rays' | 'tieTitle' | 'tieBox' | 'tieText']: Stretch } = {
  fade: { from: 0, to: 500 },
  // Quiet until here: the choices wait.
  race: { from: 1500, to: 4300 },
  // Then the room has a moment to see for itself who is left.
  move: { from: 5000, to: 5900 },
  ink: { from: 5900, to: 7900 },
  wash: { from: 7900, to: 8500 },
  name: { from: 8300, to: 9000 },
  saying: { from: 8900, to: 9300 },
  sun: { from: 8900, to: 9600 },
  rays: { from: 9300, to: 10_000 },
  tieTitle: { from: 5600, to: 6200 },
  tieBox: { from: 6200, to: 7000 },
  tieText: { from: 6900, to: 7300 },
};

/** After this much nothing moves any more. */
export const WON_MS = REVEAL.rays.to;
export const TIE_MS = REVEAL.tieText.to;

/** Lots: the seed is shown, a ring goes round ever more slowly, rests, and the winner is revealed as any other. */
export const LOTS = { title: { from: 0, to: 400 }, seed: { from: 300, to: 900 }, round: { from: 1500, to: 5700 }, rest: { from: 5700, to: 6600 } } as const satisfies { readonly [part: string]: Stretch };
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

/** By this power the race loses speed: where the first places part, it is slow enough to hold one's breath. */
const SLOWING = 1.9;

/**
 * How many dots a bar shows: all bars start together and at every moment grow at the same speed per dot, so that the one
 * with most dots simply goes on longest, and the order in which they stop is the result from the last place to the first.
 */
export function dotsShown(dots: number, most: number, ms: number): number {
  return Math.min(dots, most * (1 - (1 - shareOf(REVEAL.race, ms)) ** SLOWING));
}

/** When the bar of so many dots stops, ms. */
export function stopsAt(dots: number, most: number): number {
  if (most === 0) return REVEAL.race.from;
  return REVEAL.race.from + (REVEAL.race.to - REVEAL.race.from) * (1 - (1 - dots / most) ** (1 / SLOWING));
}

/** How strongly whoever got so many dots is shown during the race: a bar that stopped steps back for those that go on. */
export function strengthInRace(dots: number, most: number, ms: number): number {
  if (dots >= most) return 1;
  const stopped = stopsAt(dots, most);
  return 1 - STEP_BACK * soft(shareOf({ from: stopped + 150, to: stopped + 650 }, ms)) * (1 - soft(shareOf(REVEAL.move, ms)));
}

/** So much paler is what has stopped; still easy to read. */
const STEP_BACK = 0.45;

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

/** Share of a step in which the ring of the lots stays. */
const RING_STAYS = 0.6;

/**
 * Where the ring of the lots is: it goes from one name to the next, each step a little longer than the one before, and
 * ends on the one that was drawn. It stays with a name for most of a step, so that it is never with nobody.
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
  return { from: step % count, to: (step + 1) % count, share: soft(Math.max(0, (along - step - RING_STAYS) / (1 - RING_STAYS))) };
}
