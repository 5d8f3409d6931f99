/** A timer may come a little too early: then a second would be shown twice, ms. */
const AFTER_MS = 5;

/** Calls whenever the digits of a countdown to `endMs` (ms since 1970) change, before and after its end. The returned function stops it. */
export function onEachSecond(endMs: number, tick: () => void): () => void {
  let timer = 0;
  const wait = (): void => {
    const over = (endMs - Date.now()) % 1000;
    timer = window.setTimeout(() => { wait(); tick(); }, (over <= 0 ? over + 1000 : over) + AFTER_MS);
  };
  wait();
  return () => window.clearTimeout(timer);
}
