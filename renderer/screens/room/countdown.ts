import { onEachSecond } from '../../panels/parts/onEachSecond.ts';
import { clockText } from '../../../shared/strings/clockText.ts';

/** What is left of a countdown: digits, and the share of the time that it had when it was first seen. */
export type TimeLeft = { readonly text: string; readonly share: number };

/** Ticks once a second while a countdown runs. */
export type Countdown = {
  /** @param closesMs when it ends, by this machine's clock; null for none */
  readonly until: (closesMs: number | null) => void;
  readonly left: () => TimeLeft | null;
  readonly close: () => void;
};

/** A countdown that calls back whenever its digits change. */
export function createCountdown(ticked: () => void): Countdown {
  let closes: number | null = null;
  let wholeMs = 1;
  let stop = (): void => undefined;
  return {
    until(closesMs) {
      if (closesMs === closes) return;
      closes = closesMs;
      wholeMs = closesMs === null ? 1 : Math.max(1, closesMs - Date.now());
      stop();
      stop = closesMs === null ? () => undefined : onEachSecond(closesMs, ticked);
    },
    left: () => (closes === null ? null : { text: clockText(closes - Date.now()), share: Math.min(1, Math.max(0, (closes - Date.now()) / wholeMs)) }),
    close: () => stop(),
  };
}
