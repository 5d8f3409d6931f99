import { useWords } from '../../words.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import styles from './ShortcutsHelp.module.css';

/** Keys that belong together. */
export type ShortcutGroup = { readonly title: string; readonly items: readonly { readonly label: string; readonly keys: string }[] };

/** What a hand does and what comes of it, and a word about what the system does by itself. */
export type GestureGroup = { readonly title: string; readonly items: readonly { readonly by: string; readonly does: string }[]; readonly note: string };

export type ShortcutsHelpProps = { readonly groups: readonly ShortcutGroup[]; readonly gestures: GestureGroup; readonly onDismiss: () => void };

/** Every key of the desk, by what it is for, and what pen and fingers do. */
export function ShortcutsHelp({ groups, gestures, onDismiss }: ShortcutsHelpProps) {
  const { t } = useWords();
  return (
    <PanelFrame title={t('help.title')} about={t('help.about')} onClose={onDismiss}>
      {groups.map(({ title, items }) => (
        <section key={title} className={styles.group}>
          <h3 className={styles.title}>{title}</h3>
          <dl>
            {items.map(({ label, keys }) => (
              <div key={label} className={styles.line}><dt>{label}</dt><dd><Kbd keys={keys} /></dd></div>
            ))}
          </dl>
        </section>
      ))}
      <section className={styles.group}>
        <h3 className={styles.title}>{gestures.title}</h3>
        <dl>
          {gestures.items.map(({ by, does }) => <div key={by} className={styles.line}><dt>{by}</dt><dd className={styles.does}>{does}</dd></div>)}
        </dl>
        <p className={styles.note}>{gestures.note}</p>
      </section>
    </PanelFrame>
  );
}
