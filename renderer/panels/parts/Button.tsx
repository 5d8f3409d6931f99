import type { ReactNode } from 'react';
import styles from './Button.module.css';

/**
 * - `main`: the one paper-coloured button of a screen.
 * - `second`: raised, for everything else that matters.
 * - `wanting`: an outline, the main button that cannot work yet; it can be pressed and leads to what is missing.
 * - `quiet`: text only.
 */
export type ButtonKind = 'main' | 'second' | 'wanting' | 'quiet';

type ButtonProps = {
  readonly kind?: ButtonKind;
  readonly large?: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  readonly describedBy?: string | undefined;
  /** Takes the focus when it comes. */
  readonly focused?: boolean;
  /** The whole name for a screen reader, when the visible text says too little. */
  readonly label?: string;
};

/** A button with words, at least 44 px high. */
export function Button({ kind = 'second', large = false, icon, children, onPress, disabled = false, describedBy, label, focused = false }: ButtonProps) {
  return (
    <button
      type="button"
      // eslint-disable-next-line jsx-a11y/no-autofocus -- only where a key was pressed for this very button
      autoFocus={focused}
      className={[styles.button, styles[kind], large ? styles.large : ''].join(' ')}
      onClick={onPress}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-label={label}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}
