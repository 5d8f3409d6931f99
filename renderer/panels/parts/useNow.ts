import { useEffect, useState } from 'react';

/** The time, ms since 1970; while `ticks` the component is drawn again with every second. */
export function useNow(ticks: boolean): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    setNowMs(Date.now());
    if (!ticks) return undefined;
    const timer = window.setInterval(() => setNowMs(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, [ticks]);
  return nowMs;
}
