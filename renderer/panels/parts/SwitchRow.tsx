import { Check } from 'lucide-react';
import { Switch } from 'radix-ui';
import { useId } from 'react';
import styles from './SwitchRow.module.css';

type SwitchRowProps = {
  readonly label: string;
  readonly text?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  /** Set apart in a well of its own, for the one that matters most. */
  readonly apart?: boolean;
};

/** A line with a name, one sentence and a switch; the whole line is the target. */
export function SwitchRow({ label, text, on, onChange, disabled = false, apart = false }: SwitchRowProps) {
  const id = useId();
  return (
    <label className={[styles.row, apart ? styles.apart : '', disabled ? styles.off : ''].join(' ')} htmlFor={id}>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {text !== undefined && <span className={styles.text} id={`${id}-text`}>{text}</span>}
      </span>
      <Switch.Root
        id={id}
        className={styles.switch}
        checked={on}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-label={label}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
      >
        <Switch.Thumb className={styles.thumb}>
          {on && <Check size={15} strokeWidth={2.6} aria-hidden />}
        </Switch.Thumb>
      </Switch.Root>
    </label>
  );
}
