import { useId, useState, type KeyboardEvent } from 'react';
import styles from './KeptField.module.css';

type KeptFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Told once, when the field is left or Enter is pressed: one gesture, one step to undo. */
  readonly onKeep: (value: string) => void;
  /** Lines that are seen; Enter keeps the text all the same, unless `keepsLines`. */
  readonly lines?: number;
  /** Enter begins a new line. */
  readonly keepsLines?: boolean;
  readonly hideLabel?: boolean;
  readonly maxLength?: number;
  readonly lettered?: boolean;
};

/** A text field that tells its value once, when one is done with it; Esc takes the changes back. */
export function KeptField({ label, value, placeholder, onKeep, lines = 1, keepsLines = false, hideLabel = false, maxLength = 240, lettered = false }: KeptFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    if (draft !== null && draft.trim() !== value) onKeep(draft.trim());
    setDraft(null);
  };
  const field = {
    id,
    className: lettered ? `${styles.field} ${styles.lettered}` : styles.field,
    value: draft ?? value,
    placeholder,
    maxLength,
    onBlur: keep,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing) return;
      // Esc first takes back what was typed; the next one is the panel's.
      if (event.key === 'Escape' && draft === null) return;
      event.stopPropagation();
      if (event.key === 'Escape') { event.preventDefault(); setDraft(null); }
      if (event.key === 'Enter' && !event.shiftKey && !keepsLines) { event.preventDefault(); keep(); }
    },
  };
  return (
    <div className={styles.wrap}>
      <label htmlFor={id} className={hideLabel ? 'aloud' : styles.label}>{label}</label>
      {lines === 1 ? <input type="text" autoComplete="off" {...field} /> : <textarea rows={lines} {...field} />}
    </div>
  );
}
