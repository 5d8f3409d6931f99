import { useEffect, useState } from 'react';
import { onEachSecond } from './onEachSecond.ts';

/**
 * The time, ms since 1970; drawn again whenever the digits of a countdown to `endMs` change, so that all clocks of a
 * moment tick together. Null stands still.
 */
export function useNow(endMs: number | null): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    setNowMs(Date.now());
    return endMs === null ? undefined : onEachSecond(endMs, () => setNowMs(Date.now()));
  }, [endMs]);
  return nowMs;
}
