import type { PageId } from '../../../shared/base/ids.ts';
import { useWords } from '../../words.ts';
import styles from './PageChips.module.css';

export type PageChip = { readonly id: PageId; readonly number: number; readonly title: string };

type PageChipsProps = { readonly pages: readonly PageChip[]; readonly value: 'all' | readonly PageId[]; readonly onChange: (value: 'all' | readonly PageId[]) => void };

/** Which pages go along: all of them, or those that are pressed. At least one always is. */
export function PageChips({ pages, value, onChange }: PageChipsProps) {
  const { t } = useWords();
  const toggle = (id: PageId): void => {
    const chosen = value === 'all' ? [id] : value.includes(id) ? value.filter((page) => page !== id) : pages.filter((page) => page.id === id || value.includes(page.id)).map((page) => page.id);
    onChange(chosen.length === 0 || chosen.length === pages.length ? 'all' : chosen);
  };
  return (
    <div className={styles.group} role="group" aria-label={t('export.pages')}>
      <p className={styles.name} aria-hidden>{t('export.pages')}</p>
      <div className={styles.chips}>
        <button type="button" className={styles.chip} aria-pressed={value === 'all'} onClick={() => onChange('all')}>{t('export.allPages')}</button>
        {pages.map(({ id, number, title }) => (
          <button key={id} type="button" className={styles.chip} aria-pressed={value !== 'all' && value.includes(id)} aria-label={t('export.pageOnly', { number, title })} title={title} onClick={() => toggle(id)}>{number}</button>
        ))}
      </div>
    </div>
  );
}
