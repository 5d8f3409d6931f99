import styles from './Kbd.module.css';

/** A key or keys as they are printed on a keyboard: `Ctrl+Z`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keys}</kbd>;
}
