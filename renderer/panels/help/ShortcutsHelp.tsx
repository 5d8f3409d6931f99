import { useWords } from '../../words.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import styles from './ShortcutsHelp.module.css';

/** Keys that belong together. */
export type ShortcutGroup = { readonly title: string; readonly items: readonly { readonly label: string; readonly keys: string }[] };

export type ShortcutsHelpProps = { readonly groups: readonly ShortcutGroup[]; readonly onDismiss: () => void };

/** Every key of the desk, by what it is for. */
export function ShortcutsHelp({ groups, onDismiss }: ShortcutsHelpProps) {
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
    </PanelFrame>
  );
}
