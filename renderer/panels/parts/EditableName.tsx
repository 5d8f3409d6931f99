import { useState } from 'react';
import styles from './EditableName.module.css';

type EditableNameProps = {
  readonly value: string;
  /** What it is, for a screen reader and for the empty field. */
  readonly label: string;
  readonly editLabel: string;
  readonly onRename: (value: string) => void;
  readonly className?: string | undefined;
  /** Starts open, for a caller that offers "rename" elsewhere. */
  readonly editing?: boolean;
  readonly onDone?: () => void;
};

/** A name that turns into a field when pressed. Enter or leaving keeps it, Esc leaves it as it was; an empty name is not kept. */
export function EditableName({ value, label, editLabel, onRename, className, editing = false, onDone }: EditableNameProps) {
  const [draft, setDraft] = useState<string | null>(editing ? value : null);
  const finish = (keep: boolean): void => {
    const name = draft?.trim() ?? '';
    setDraft(null);
    if (keep && name !== '' && name !== value) onRename(name);
    onDone?.();
  };
  if (draft === null) {
    return (
      <button type="button" className={`${styles.name} ${className ?? ''}`} aria-label={`${value}, ${editLabel}`} onClick={() => setDraft(value)}>
        {value}
      </button>
    );
  }
  return (
    <input
      className={`${styles.field} ${className ?? ''}`}
      value={draft}
      aria-label={label}
      maxLength={80}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        finish(event.key === 'Enter');
      }}
    />
  );
}
