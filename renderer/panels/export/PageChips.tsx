import type { PageId } from '../../../shared/base/ids.ts';
import type { BoardPart } from '../../../shared/scene/boardPart.ts';
import { useWords } from '../../words.ts';
import styles from './PageChips.module.css';

export type PageChip = { readonly id: PageId; readonly number: number; readonly title: string };

/** A frame of the board, or what is picked on it: what can go along instead of pages. */
export type PartChip = { readonly name: string; readonly part: BoardPart };

type PageChipsProps = {
  readonly pages: readonly PageChip[];
  readonly parts: readonly PartChip[];
  readonly value: 'all' | readonly PageId[];
  readonly part: BoardPart | null;
  readonly onPages: (value: 'all' | readonly PageId[]) => void;
  readonly onPart: (part: BoardPart) => void;
};

/** What of the board goes along: all pages, those that are pressed (at least one always is), or a part of one. */
export function PageChips({ pages, parts, value, part, onPages, onPart }: PageChipsProps) {
  const { t } = useWords();
  const toggle = (id: PageId): void => {
    const chosen = value === 'all' || part ? [id] : value.includes(id) ? value.filter((page) => page !== id) : pages.filter((page) => page.id === id || value.includes(page.id)).map((page) => page.id);
    onPages(chosen.length === 0 || chosen.length === pages.length ? 'all' : chosen);
  };
  if (pages.length < 2 && parts.length === 0) return null;
  const isPart = (one: BoardPart): boolean => part !== null && part.page === one.page && part.box.x === one.box.x && part.box.y === one.box.y && (part.only === null) === (one.only === null);
  return (
    <div className={styles.group} role="group" aria-label={t('export.pages')}>
      <p className={styles.name} aria-hidden>{t('export.pages')}</p>
      <div className={styles.chips}>
        <button type="button" className={styles.chip} aria-pressed={!part && value === 'all'} onClick={() => onPages('all')}>{t(pages.length < 2 ? 'export.wholePage' : 'export.allPages')}</button>
        {pages.length > 1 && pages.map(({ id, number, title }) => (
          <button key={id} type="button" className={styles.chip} aria-pressed={!part && value !== 'all' && value.includes(id)} aria-label={t('export.pageOnly', { number, title })} title={title} onClick={() => toggle(id)}>{number}</button>
        ))}
        {parts.map((one, i) => (
          <button key={i} type="button" className={`${styles.chip} ${styles.part}`} aria-pressed={isPart(one.part)} title={one.name} onClick={() => onPart(one.part)}>{one.name}</button>
        ))}
      </div>
    </div>
  );
}
