import { Hourglass } from 'lucide-react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useNow } from '../parts/useNow.ts';
import { CLOCK_MINUTES } from './ClockChoice.tsx';
import { clockText } from '../../../shared/strings/clockText.ts';
import styles from './Countdown.module.css';

type CountdownProps = {
  /** When the time of the phones ends; null without countdown. */
  readonly closesMs: number | null;
  readonly onClosesMs: (closesMs: number | null) => void;
};

const MINUTE_MS = 60_000;
/** Time that is left, and ways to give more or to stop; without countdown the way to start one. */
export function Countdown({ closesMs, onClosesMs }: CountdownProps) {
  const { t } = useWords();
  const nowMs = useNow(closesMs);
  if (closesMs === null) {
    return (
      <Menu
        label={t('round.clockStart')}
        side="top"
        items={[1, ...CLOCK_MINUTES].map((minutes) => ({ kind: 'do' as const, id: String(minutes), label: t('round.clockMinutesAloud', { count: minutes }), onPress: () => onClosesMs(Date.now() + minutes * MINUTE_MS) }))}
        trigger={<button type="button" className={styles.start}><Hourglass size={18} strokeWidth={1.8} aria-hidden />{t('round.clockStart')}</button>}
      />
    );
  }
  return (
    <div className={styles.clock} role="group" aria-label={t('round.clock')}>
      <span role="timer" aria-label={t('round.clockLeftName')} className={styles.left}><Hourglass size={18} strokeWidth={1.8} aria-hidden />{t('round.clockLeft', { time: clockText(closesMs - nowMs) })}</span>
      <Button kind="quiet" onPress={() => onClosesMs(Math.max(closesMs, Date.now()) + MINUTE_MS)}>{t('round.clockMore')}</Button>
      <Button kind="quiet" onPress={() => onClosesMs(null)}>{t('round.clockStop')}</Button>
    </div>
  );
}
