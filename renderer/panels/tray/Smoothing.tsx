import { Slider } from 'radix-ui';
import { useWords } from '../../words.ts';
import styles from './Smoothing.module.css';

type SmoothingProps = { readonly value: number; readonly onChange: (smoothing: number) => void };

/** How much a trembling line is smoothed: a restless line above, a sure one below. */
export function Smoothing({ value, onChange }: SmoothingProps) {
  const { t } = useWords();
  const percent = Math.round(value * 100);
  return (
    <div className={styles.smoothing}>
      <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden><path d="M3 12C10 3 22 2 31 9" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" /></svg>
      <Slider.Root className={styles.root} orientation="vertical" min={0} max={1} step={0.1} value={[value]} onValueChange={([next]) => { if (next !== undefined) onChange(next); }}>
        <Slider.Track className={styles.track}><Slider.Range className={styles.range} /></Slider.Track>
        <Slider.Thumb className={styles.thumb} aria-label={t('tray.smoothing')} aria-valuetext={percent === 0 ? t('tray.smoothingOff') : t('tray.smoothingShare', { percent })} />
      </Slider.Root>
      <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden><path d="M3 9L7 4L11 10L15 3L20 11L24 5L28 9L31 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" /></svg>
      <span className={styles.label}>{t('tray.smoothingShort')}</span>
    </div>
  );
}
