import { useWords } from '../../words.ts';
import { Segment } from '../parts/Segment.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import styles from './ClockChoice.module.css';

/** Lengths of a countdown that are offered, minutes. */
export const CLOCK_MINUTES = [2, 3, 5] as const;
/** What "other" begins with, and the longest that one can ask for. */
const OWN_FIRST = 10;
const MOST_MINUTES = 60;

type ClockChoiceProps = { readonly minutes: number | null; readonly onMinutes: (minutes: number | null) => void };

/** Whether a countdown closes the round, and after how many minutes. */
export function ClockChoice({ minutes, onMinutes }: ClockChoiceProps) {
  const { t } = useWords();
  const offered = CLOCK_MINUTES.some((one) => one === minutes);
  const own = minutes !== null && !offered;
  return (
    <div className={styles.line}>
      <span>
        <span className={styles.name}>{t('round.clock')}</span>
        <span className={styles.text}>{t('round.clockText')}</span>
      </span>
      <span className={styles.choice}>
        {own && <Stepper name={t('round.clockOwnName')} value={minutes} min={1} max={MOST_MINUTES} onChange={onMinutes} />}
        <Segment
          name={t('round.clock')}
          value={minutes === null ? 'none' : own ? 'own' : String(minutes)}
          onChange={(next) => onMinutes(next === 'none' ? null : next === 'own' ? OWN_FIRST : Number(next))}
          options={[
            { value: 'none', label: t('round.clockNone') },
            ...CLOCK_MINUTES.map((one) => ({ value: String(one), label: t('round.clockMinutes', { count: one }), aloud: t('round.clockMinutesAloud', { count: one }) })),
            { value: 'own', label: t('round.clockOwn') },
          ]}
        />
      </span>
    </div>
  );
}
