import { clockText } from '../../shared/strings/clockText.ts';
import { element, say, trait } from './element.ts';
import type { Model } from './model.ts';
import type { Page } from './scene.ts';

/** The clock in the head of the page. It never changes colour, and says twice aloud what is left. */
export type Clock = { readonly node: HTMLElement; readonly update: (model: Model, page: Page) => void };

const SPOKEN = [{ seconds: 30, key: 'clockHalf' }, { seconds: 10, key: 'clockTen' }] as const;

/** A clock that goes by itself while a countdown runs. */
export function makeClock(now: () => number): Clock {
  const time = element('b', { 'aria-hidden': 'true' });
  const word = element('span', { 'aria-hidden': 'true' });
  const aloud = element('span', { class: 'aloud' });
  const node = element('p', { class: 'clock', role: 'timer' }, time, word, aloud);
  let timer = 0;
  let before = Infinity;
  const tick = (closesAtMs: number, page: Page): void => {
    const leftMs = closesAtMs - now();
    const seconds = Math.ceil(leftMs / 1000);
    const text = clockText(leftMs);
    say(time, text);
    say(word, ` ${page.t('clock')}`);
    say(aloud, page.t('clockLeft', { time: text }));
    // Only when the clock passes it, not when the page is opened later.
    for (const each of SPOKEN) if (seconds <= each.seconds && before > each.seconds && before < Infinity && seconds > 0) page.announce(page.t(each.key));
    before = seconds;
    if (leftMs > 0) timer = window.setTimeout(() => tick(closesAtMs, page), leftMs % 1000 || 1000);
  };
  return {
    node,
    update: ({ closesAtMs, voter }, page) => {
      window.clearTimeout(timer);
      const closed = voter !== null && (voter.phase === 'closed' || voter.phase === 'revealed');
      trait(node, 'hidden', closesAtMs === null && !closed);
      if (closesAtMs !== null) return tick(closesAtMs, page);
      before = Infinity;
      say(time, '');
      say(aloud, closed ? page.t('clockClosed') : '');
      return say(word, closed ? page.t('clockClosed') : '');
    },
  };
}
