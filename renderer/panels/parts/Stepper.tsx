import { Minus, Plus } from 'lucide-react';
import { useWords } from '../../words.ts';
import styles from './Stepper.module.css';

type StepperProps = {
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
};

/** A whole number with minus and plus; arrow keys work too. */
export function Stepper({ name, value, min, max, onChange }: StepperProps) {
  const { t } = useWords();
  const step = (by: number): void => onChange(Math.min(max, Math.max(min, value + by)));
  return (
    <span className={styles.stepper}>
      <button type="button" tabIndex={-1} className={styles.end} aria-label={`${name}: ${t('app.less')}`} disabled={value <= min} onClick={() => step(-1)}>
        <Minus size={19} aria-hidden />
      </button>
      <span
        role="spinbutton"
        tabIndex={0}
        className={styles.value}
        aria-label={name}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' || event.key === 'ArrowRight' || event.key === '+' ? 1 : event.key === 'ArrowDown' || event.key === 'ArrowLeft' || event.key === '-' ? -1 : 0;
          if (by === 0) return;
          event.preventDefault();
          step(by);
        }}
      >
        {value}
      </span>
      <button type="button" tabIndex={-1} className={styles.end} aria-label={`${name}: ${t('app.plus')}`} disabled={value >= max} onClick={() => step(1)}>
        <Plus size={19} aria-hidden />
      </button>
    </span>
  );
}
