import { later } from '../later.tsx';

/**
 * What can be drawn without: each of these comes when it is opened first, or before that when the desk has been still.
 * The palette is not among them, but part of the furniture: one types right on into it.
 */
export const DeskPanels = later(async () => (await import('./DeskPanels.tsx')).DeskPanels);
export const DeskExport = later(async () => (await import('./DeskExport.tsx')).DeskExport);
export const DeskSigning = later(async () => (await import('./DeskSigning.tsx')).DeskSigning);
export const DeskDue = later(async () => (await import('./DeskDue.tsx')).DeskDue);
export const DeskUntold = later(async () => (await import('./DeskUntold.tsx')).DeskUntold);
export const DeskPlayback = later(async () => (await import('./DeskPlayback.tsx')).DeskPlayback);
export const DeskHandles = later(async () => (await import('./DeskHandles.tsx')).DeskHandles);
export const CurtainSight = later(async () => (await import('./CurtainSight.tsx')).CurtainSight);
export const RoomVote = later(async () => (await import('../room/RoomVote.tsx')).RoomVote);

/** The drawings of our stamps: fetched before for a board that has some. */
const stampDrawings = { fetch: () => import('../../../shared/stamps/allDrawings.ts') };

/** So long after the desk stands the rest is fetched, ms: long after the first stroke, long before the shell could be gone. */
const STILL_MS = 6000;

/** A hand that did something a moment ago, ms, goes on: a part would take a frame or two from it. */
const HAND_RESTS_MS = 1500;

/** When a hand last did something in the window: presses, draws, turns the wheel, types. */
function watchHand(): { readonly restedMs: () => number; readonly stop: () => void } {
  let lastMs = -Infinity;
  const see = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.buttons !== 0) lastMs = performance.now();
  };
  const types = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;
  for (const type of types) window.addEventListener(type, see, { capture: true, passive: true });
  return {
    restedMs: () => performance.now() - lastMs,
    stop: () => { for (const type of types) window.removeEventListener(type, see, { capture: true }); },
  };
}

/** Fetches the parts one by one while the window has nothing else to do, and no hand is at work in it. The returned function stops it. */
export function fetchDeskParts(): () => void {
  const parts: { readonly fetch: () => Promise<unknown> }[] = [stampDrawings, DeskHandles, DeskPanels, RoomVote, DeskExport, DeskSigning, DeskPlayback];
  const hand = watchHand();
  let timer = 0;
  const stop = (): void => {
    window.clearTimeout(timer);
    parts.length = 0;
    hand.stop();
  };
  const next = (): void => {
    const part = parts[0];
    if (!part) return stop();
    const leftMs = HAND_RESTS_MS - hand.restedMs();
    if (leftMs > 0) {
      timer = window.setTimeout(next, leftMs);
      return;
    }
    window.requestIdleCallback(() => {
      if (hand.restedMs() < HAND_RESTS_MS) return next();
      if (parts.shift() !== part) return;
      part.fetch().then(next, stop);
    });
  };
  timer = window.setTimeout(next, STILL_MS);
  return stop;
}
