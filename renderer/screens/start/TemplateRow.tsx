import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words.ts';
import styles from './TemplateRow.module.css';

/** A way to run a meeting, with its name and one line in the user's language. */
export type TemplateCard = { readonly id: string; readonly name: string; readonly text: string };

export type TemplateRowProps = {
  /** The empty board always comes first, whether it is among them or not. */
  readonly templates: readonly TemplateCard[];
  /** The template itself, painted small; fills its place. */
  readonly renderMiniature: (template: string) => ReactNode;
  /** `empty` for the empty board. */
  readonly onNew: (template: string) => void;
};

/** "Nieuw bord": an empty sheet and the templates as the boards they give. */
export function TemplateRow({ templates, renderMiniature, onNew }: TemplateRowProps) {
  const { t } = useWords();
  return (
    <section>
      <h2 className={styles.title}>{t('start.newBoard')}</h2>
      <ul className={styles.row}>
        <li>
          <button type="button" className={styles.card} onClick={() => onNew('empty')}>
            <span className={`${styles.sheet} ${styles.empty}`}><Plus size={34} strokeWidth={1.6} aria-hidden /></span>
            <span className={styles.name}>{t('templates.empty')}</span>
            <span className={styles.text}>{t('templates.emptyText')}</span>
          </button>
        </li>
        {templates.filter(({ id }) => id !== 'empty').map(({ id, name, text }) => (
          <li key={id}>
            <button type="button" className={styles.card} onClick={() => onNew(id)}>
              <span className={styles.sheet} aria-hidden>{renderMiniature(id)}</span>
              <span className={styles.name}>{name}</span>
              <span className={styles.text}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
