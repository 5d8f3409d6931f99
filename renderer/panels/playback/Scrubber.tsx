import { useEffect, useRef } from 'react';
import { clockText } from '../../../shared/strings/clockText.ts';
import type { Playhead } from '../../playback/playhead.ts';
import { useWords } from '../../words.ts';
import styles from './Scrubber.module.css';

export type ScrubberProps = {
  readonly playhead: Playhead;
  /** When something was drawn that the film shows at a place. */
  readonly momentOf: (atMs: number) => string;
};

/** The length of the film with the place in it. It moves without React: a film has sixty pictures a second. */
export function Scrubber({ playhead, momentOf }: ScrubberProps) {
  const { t } = useWords();
  const range = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = 0;
    let shown = '';
    const show = (): void => {
      const input = range.current;
      if (!input) return;
      const lengthMs = playhead.lengthMs(), atMs = playhead.atMs();
      input.max = String(Math.round(lengthMs));
      input.value = String(Math.round(atMs));
      input.style.setProperty('--share', String(lengthMs === 0 ? 0 : atMs / lengthMs));
      const at = clockText(Math.round(atMs / 1000) * 1000), length = clockText(Math.round(lengthMs / 1000) * 1000), drawn = momentOf(atMs);
      const text = `${at} ${length} ${drawn}`;
      if (text === shown) return;
      shown = text;
      if (clock.current) clock.current.textContent = `${at} / ${length}`;
      if (moment.current) moment.current.textContent = t('playback.drawn', { moment: drawn });
      input.setAttribute('aria-valuetext', t('playback.placeText', { at, length, moment: drawn }));
    };
    const follow = (): void => {
      show();
      frame = playhead.isPlaying() ? requestAnimationFrame(follow) : 0;
    };
    const changed = (): void => {
      cancelAnimationFrame(frame);
      follow();
    };
    follow();
    const stop = playhead.subscribe(changed);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [playhead, momentOf, t]);
  return (
    <div className={styles['scrubber']}>
      <input ref={range} className={styles['range']} type="range" min={0} max={1} defaultValue={0} step={1} aria-label={t('playback.place')} onInput={(event) => playhead.seek(Number(event.currentTarget.value))} />
      <div className={styles['under']} aria-hidden="true">
        <span ref={clock} className={styles['clock']} />
        <span ref={moment} />
      </div>
    </div>
  );
}
