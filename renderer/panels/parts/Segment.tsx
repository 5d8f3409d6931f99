import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Segment.module.css';

export type SegmentOption<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly aloud?: string };

type SegmentProps<Value extends string> = {
  readonly name: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** True where a press must not take the focus away from a text field beside it. */
  readonly keepsFocus?: boolean;
  readonly wide?: boolean;
};

/** One choice out of a few, side by side; arrow keys move through it. */
export function Segment<Value extends string>({ name, options, value, onChange, keepsFocus = false, wide = false }: SegmentProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      className={wide ? `${styles.track} ${styles.wide}` : styles.track}
      aria-label={name}
      value={value}
      // Pressing the chosen one again would otherwise leave nothing chosen.
      onValueChange={(next) => { if (next !== '') onChange(next as Value); }}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={styles.option}
          aria-label={option.aloud}
          onPointerDown={keepsFocus ? (event) => event.preventDefault() : undefined}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
