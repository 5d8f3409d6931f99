import { ToggleGroup } from 'radix-ui';
import styles from './OptionGrid.module.css';

type OptionGridProps<Value extends string> = {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly text: string; readonly disabled: boolean }[];
  readonly onChange: (value: Value) => void;
  /** Two where the names are long. */
  readonly columns?: 2 | 3;
};

/** One choice out of a few, each with a name and a word about it. */
export function OptionGrid<Value extends string>({ name, value, options, onChange, columns = 3 }: OptionGridProps<Value>) {
  return (
    <div className={styles.group}>
      <p className={styles.name} aria-hidden>{name}</p>
      <ToggleGroup.Root type="single" className={columns === 2 ? `${styles.grid} ${styles.pairs}` : styles.grid} aria-label={name} value={value} onValueChange={(next) => { if (next !== '') onChange(next as Value); }}>
        {options.map((option) => (
          <ToggleGroup.Item key={option.value} value={option.value} className={styles.option} disabled={option.disabled}>
            <b className={styles.label}>{option.label}</b>
            <span className={styles.text}>{option.text}</span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
