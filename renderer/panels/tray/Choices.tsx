import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Choices.module.css';

/** One of a few kinds of the active tool; drawn when it has an icon, else in words. */
export type Choice = { readonly value: string; readonly label: string; readonly icon?: ReactNode; /** Said on hover when it tells more than the label. */ readonly hint?: string };

type ChoicesProps = { readonly name: string; readonly options: readonly Choice[]; readonly value: string; readonly onChange: (value: string) => void };

/** More kinds than this stand in two columns. */
export const MANY = 6;

/** The kinds of the active tool: forms, arrow heads, hands. */
export function Choices({ name, options, value, onChange }: ChoicesProps) {
  return (
    <ToggleGroup.Root
      type="single"
      orientation="vertical"
      className={`${styles.choices} ${options.length > MANY ? styles.many : ''}`}
      aria-label={name}
      value={value}
      onValueChange={(next) => { if (next !== '') onChange(next); }}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className={styles.choice} aria-label={option.label} title={option.hint ?? option.label}>
          {option.icon ?? option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
