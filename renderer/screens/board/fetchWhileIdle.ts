/** A part of the desk whose code comes later than the desk. */
export type LatePart = { readonly fetch: () => Promise<unknown> };

/** A watch over the window: when nobody needs it for something else. */
export type IdleWatch = {
  /** Resolves in a moment in which the window has nothing to do and no hand is at work in it; never after it was stopped. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
};

/** So long after the desk stands the first part is fetched, ms: long after the first stroke, long before the shell could be gone. */
const STILL_MS = 6000;

/** A hand that did something a moment ago, ms, goes on: a part would take a frame or two from it. */
const HAND_RESTS_MS = 1500;

/** Watches presses, drawing, the wheel and keys. */
function watchWindow(): IdleWatch {
  // The desk counts as touched when it begins to stand.
  let restsAtMs = performance.now() + STILL_MS;
  let timer = 0, turn = 0;
  const see = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.buttons !== 0) restsAtMs = Math.max(restsAtMs, performance.now() + HAND_RESTS_MS);
  };
  const types = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;
  for (const type of types) window.addEventListener(type, see, { capture: true, passive: true });
  const wait = (then: () => void): void => {
    const leftMs = restsAtMs - performance.now();
    if (leftMs > 0) timer = window.setTimeout(wait, leftMs, then);
    else turn = window.requestIdleCallback(() => (performance.now() < restsAtMs ? wait(then) : then()));
  };
  return {
    idle: () => new Promise((resolve) => wait(resolve)),
    stop() {
      window.clearTimeout(timer);
      window.cancelIdleCallback(turn);
      for (const type of types) window.removeEventListener(type, see, { capture: true });
    },
  };
}

/**
 * Fetches parts one by one, each in an idle moment. One that cannot be fetched ends it: the others come when they are shown.
 * The returned function stops it.
 */
export function fetchWhileIdle(parts: readonly LatePart[], { idle, stop } = watchWindow()): () => void {
  let isStopped = false;
  const fetchAll = async (): Promise<void> => {
    for (const part of parts) {
      await idle();
      if (isStopped) return;
      await part.fetch();
    }
  };
  fetchAll().catch(console.warn).finally(stop);
  return () => {
    isStopped = true;
    stop();
  };
}
