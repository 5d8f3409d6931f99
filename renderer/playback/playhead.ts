/** Where a film is and how it runs: at `atMs` of the film at the clock's `sinceMs`, `speed` times as fast since; 0 stands still. */
export type Running = { readonly atMs: number; readonly sinceMs: number; readonly speed: number };

/** Where a running film is at a moment of the clock, ms of the film; it stays at its end. */
export function runningAt({ atMs, sinceMs, speed }: Running, nowMs: number, lengthMs: number): number {
  return Math.min(lengthMs, Math.max(0, atMs + Math.max(0, nowMs - sinceMs) * speed));
}

/** The hand on a film: plays, stops, goes to a place. Positions are ms of the film. */
export type Playhead = {
  readonly running: () => Running;
  readonly lengthMs: () => number;
  readonly atMs: () => number;
  readonly isPlaying: () => boolean;
  readonly speed: () => number;
  /** Plays, from the beginning when it stood at the end; or stops. */
  readonly toggle: () => void;
  readonly pause: () => void;
  readonly seek: (atMs: number) => void;
  readonly setSpeed: (speed: number) => void;
  /** Goes on with a film of another length, at the place that has the same share of it. */
  readonly setLength: (lengthMs: number) => void;
  /** Told whenever it plays, stops, is moved or has come to its end, but not as time goes on. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
};

/**
 * A film that stands at its beginning.
 * @param now the clock that all windows of this laptop share, ms since 1970
 */
export function createPlayhead(firstLengthMs: number, now: () => number): Playhead {
  let lengthMs = firstLengthMs;
  let speed = 1;
  let running: Running = { atMs: 0, sinceMs: now(), speed: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const atMs = (): number => runningAt(running, now(), lengthMs);
  const become = (at: number, plays: boolean): void => {
    running = { atMs: Math.min(lengthMs, Math.max(0, at)), sinceMs: now(), speed: plays ? speed : 0 };
    clearTimeout(timer);
    if (plays) timer = setTimeout(() => become(lengthMs, false), (lengthMs - running.atMs) / speed);
    for (const listener of listeners) listener();
  };
  const plays = (): boolean => running.speed > 0;

  return {
    running: () => running,
    lengthMs: () => lengthMs,
    atMs,
    isPlaying: plays,
    speed: () => speed,
    toggle() {
      if (plays()) become(atMs(), false);
      else become(atMs() >= lengthMs ? 0 : atMs(), true);
    },
    pause() { if (plays()) become(atMs(), false); },
    seek(to) { become(to, plays() && to < lengthMs); },
    setSpeed(next) {
      const at = atMs();
      speed = next;
      become(at, plays());
    },
    setLength(next) {
      const share = lengthMs === 0 ? 0 : atMs() / lengthMs;
      lengthMs = next;
      become(share * next, plays() && share < 1);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    close() {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
