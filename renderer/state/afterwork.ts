import type { BoardStore, BoardView } from './boardStore.ts';

/** Works until a moment of its clock, ms. @returns whether nothing is left to do */
export type Work = (untilMs: number) => boolean;

/** What a hand left to be worked out when it let go: a few ms at a time, so that it can go on at once. What was left first is done first. */
export type Afterwork = {
  /** Takes work and begins with it, unless other work comes before it. */
  readonly leave: (work: Work) => void;
  readonly isDone: () => boolean;
  /** Does all of it now, for whoever needs the board as it will be. */
  readonly finish: () => void;
  /** Resolves when nothing is left. */
  readonly done: () => Promise<void>;
  /** Told when work is left that takes longer than a moment, and when nothing is left any more. */
  readonly onTurn: (listener: () => void) => () => void;
};

export type AfterworkDeps = {
  readonly nowMs: () => number;
  /** Does something later, unless the returned function is called before. */
  readonly wait: (ms: number, then: () => void) => () => void;
};

/** The share of a frame that is taken, ms. */
const SLICE_MS = 8;

/** Goes on with work; what cannot be done must not keep back what comes after it. */
function isOver(work: Work, untilMs: number): boolean {
  try {
    return work(untilMs);
  } catch (error) {
    console.error('afterwork', error);
    return true;
  }
}

/** Starts with nothing to do. */
export function createAfterwork({ nowMs, wait }: AfterworkDeps): Afterwork {
  const queue: Work[] = [];
  let waiting: (() => void)[] = [];
  let stop: (() => void) | null = null;
  let isWorking = false;
  let isTold = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    if (isTold === (queue.length > 0)) return;
    isTold = !isTold;
    for (const listener of listeners) listener();
  };

  const work = (untilMs: number): void => {
    stop?.();
    stop = null;
    // What it does in the end may itself ask for the board as it will be.
    if (isWorking) return;
    isWorking = true;
    while (queue[0] && isOver(queue[0], untilMs)) queue.shift();
    isWorking = false;
    if (queue.length > 0) stop = wait(0, () => work(nowMs() + SLICE_MS));
    else for (const done of waiting.splice(0)) done();
    tell();
  };

  return {
    leave(next) {
      queue.push(next);
      if (queue.length === 1) work(nowMs() + SLICE_MS);
    },
    isDone: () => queue.length === 0,
    finish() {
      if (queue.length > 0) work(Infinity);
    },
    done: () => (queue.length === 0 ? Promise.resolve() : new Promise((resolve) => { waiting = [...waiting, resolve]; })),
    onTurn(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

/**
 * The same store, for everybody who comes after a hand: what it left is on the board before anything else is done, and
 * nothing counts as saved before that.
 */
export function afterAll(store: BoardStore, afterwork: Afterwork): BoardStore {
  let unsaved: { readonly of: BoardView; readonly view: BoardView } | null = null;
  return {
    ...store,
    get() {
      const view = store.get();
      if (afterwork.isDone() || !view.saved.safe) return view;
      if (unsaved?.of !== view) unsaved = { of: view, view: { ...view, saved: { ...view.saved, safe: false } } };
      return unsaved.view;
    },
    subscribe(listener) {
      const stops = [store.subscribe(listener), afterwork.onTurn(listener)];
      return () => { for (const stop of stops) stop(); };
    },
    do(planned, opId) {
      afterwork.finish();
      return store.do(planned, opId);
    },
    undo() {
      afterwork.finish();
      store.undo();
    },
    redo() {
      afterwork.finish();
      store.redo();
    },
    settled: () => afterwork.done().then(() => store.settled()),
    close() {
      afterwork.finish();
      store.close();
    },
  };
}
