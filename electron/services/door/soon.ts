/** Does work a moment after it was asked for, once, however often it is asked for until then. */
export function soon(work: () => void, afterMs: number): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, afterMs).unref();
  };
}
