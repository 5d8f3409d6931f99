import type { PageId } from '../base/ids.ts';

/**
 * What the timeline knows of a gesture: when it ended, how long it took (0: nobody sees it), on which page it was, and
 * whether the film passes over it because it was taken back (`takenBack`).
 */
export type TimedGesture = { readonly endedMs: number; readonly tookMs: number; readonly page: PageId | null; readonly isTakenBack: boolean };

/** Whether a gesture is seen in a film of all pages. */
export const isSeenAtAll = ({ tookMs, isTakenBack }: TimedGesture): boolean => tookMs > 0 && !isTakenBack;

/**
 * When each gesture of a film begins and ends, ms from the beginning of the film. Gestures follow each other and never
 * overlap; what nobody sees takes no time.
 */
export type Timeline = { readonly lengthMs: number; readonly fromMs: Float64Array; readonly toMs: Float64Array; readonly pages: readonly (PageId | null)[] };

/** Where a film is: so many gestures are done whole, and that share (0–1) of the next one. */
export type FilmPlace = { readonly done: number; readonly share: number };

/** The sheet before the first gesture, and the finished one at the end, are looked at for so long. */
export const OPENING_MS = 700;
export const ENDING_MS = 2200;

/** A longer pause of the hand is cut to this, ms as they passed in the room. */
const LONGEST_PAUSE_MS = 3000;
/** All pauses together take at most this share of what the drawing takes. */
const PAUSE_SHARE = 1 / 3;

/**
 * Lays gestures out on a film. Pauses are cut; if the film is still longer than wished, everything goes faster by the
 * same factor. It never goes slower than it was drawn, so that little drawing gives a short film.
 * @param wishMs how long the film is to be at most, opening and ending included
 * @param only the page that is looked at; gestures on others take no time. Null for all pages
 */
export function timelineOf(gestures: readonly TimedGesture[], wishMs: number, only: PageId | null = null): Timeline {
  const isSeen = (gesture: TimedGesture): boolean => isSeenAtAll(gesture) && (only === null || gesture.page === null || gesture.page === only);
  const pauses = pausesBefore(gestures, isSeen);
  const tookMs = gestures.reduce((sum, gesture) => sum + (isSeen(gesture) ? gesture.tookMs : 0), 0);
  const pausedMs = pauses.reduce((sum, pause) => sum + pause, 0);
  const pauseScale = pausedMs === 0 ? 0 : Math.min(1, (tookMs * PAUSE_SHARE) / pausedMs);
  const naturalMs = tookMs + pausedMs * pauseScale;
  const scale = naturalMs === 0 ? 1 : Math.min(1, Math.max(0, wishMs - OPENING_MS - ENDING_MS) / naturalMs);
  const fromMs = new Float64Array(gestures.length), toMs = new Float64Array(gestures.length);
  // What was there before the film begins and was taken back is not on the sheet that it opens with.
  const opensAfter = gestures.findIndex(({ isTakenBack }) => !isTakenBack);
  let at = OPENING_MS;
  gestures.forEach((gesture, i) => {
    if (i < opensAfter || opensAfter === -1) return;
    const seen = isSeen(gesture);
    if (seen) at += (pauses[i] as number) * pauseScale * scale;
    fromMs[i] = at;
    if (seen) at += gesture.tookMs * scale;
    toMs[i] = at;
  });
  return { lengthMs: at + ENDING_MS, fromMs, toMs, pages: gestures.map((gesture) => (isSeen(gesture) ? gesture.page : null)) };
}

/** How long the hand rested before each gesture that is seen, at most the longest pause that is kept. */
function pausesBefore(gestures: readonly TimedGesture[], isSeen: (gesture: TimedGesture) => boolean): readonly number[] {
  let restsFromMs: number | null = null;
  return gestures.map((gesture) => {
    if (!isSeen(gesture)) return 0;
    // A clock that was set back in between makes no negative pause.
    const pause = restsFromMs === null ? 0 : Math.min(LONGEST_PAUSE_MS, Math.max(0, gesture.endedMs - gesture.tookMs - restsFromMs));
    restsFromMs = gesture.endedMs;
    return pause;
  });
}

/** How many of the ascending values are at most `value`. */
function countUpTo(values: Float64Array, value: number): number {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle + 1; else high = middle;
  }
  return low;
}

/** Where a film is at a moment; what is done never becomes less as time goes on. */
export function placeAt({ fromMs, toMs }: Timeline, atMs: number): FilmPlace {
  const done = countUpTo(toMs, atMs);
  if (done === toMs.length) return { done, share: 0 };
  const from = fromMs[done] as number, to = toMs[done] as number;
  return { done, share: atMs <= from ? 0 : Math.min(1, (atMs - from) / (to - from)) };
}

/** The page on which the hand is at a moment, or was last; before the first gesture the page of the first. Null when none is seen. */
export function pageAt({ fromMs, pages }: Timeline, atMs: number): PageId | null {
  for (let i = countUpTo(fromMs, atMs) - 1; i >= 0; i--) if (pages[i]) return pages[i] as PageId;
  return pages.find((page) => page !== null) ?? null;
}
