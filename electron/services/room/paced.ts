/**
 * Passes values on at once, but no more often than once in a pause: of those that come in between only the last is
 * passed on, when the pause is over. For each key apart.
 */
export function paced<Key, Value>(tell: (key: Key, value: Value) => void, pauseMs: number): (key: Key, value: Value) => void {
  /** Keys that rest, with what came meanwhile. */
  const resting = new Map<Key, { readonly value: Value } | null>();
  const pass = (key: Key, value: Value): void => {
    resting.set(key, null);
    setTimeout(() => {
      const last = resting.get(key);
      resting.delete(key);
      if (last) pass(key, last.value);
    }, pauseMs).unref();
    tell(key, value);
  };
  return (key, value) => {
    if (resting.has(key)) resting.set(key, { value });
    else pass(key, value);
  };
}
