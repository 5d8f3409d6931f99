import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PageId } from '../../../shared/base/ids.ts';
import { useWords } from '../../words.ts';
import { EditableName } from '../parts/EditableName.tsx';
import styles from './PageList.module.css';

export type PageListProps = {
  readonly pages: readonly { readonly id: PageId; readonly title: string }[];
  readonly active: PageId;
  /** A picture of the page in the width given. */
  readonly thumbnail: (page: PageId, widthPx: number) => ReactNode;
  readonly onPage: (page: PageId) => void;
  readonly onRename: (page: PageId, title: string) => void;
  readonly onAdd: () => void;
};

/** The pages as small sheets; pressing the name of the active one again changes it. */
export function PageList({ pages, active, thumbnail, onPage, onRename, onAdd }: PageListProps) {
  const { t } = useWords();
  const [renaming, setRenaming] = useState<PageId | null>(null);
  const list = useRef<HTMLOListElement | null>(null);
  // The page in view is in sight, also when other parts of the rail come and take its room.
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const show = (): void => element.querySelector('[aria-current]')?.parentElement?.scrollIntoView({ block: 'nearest' });
    const watch = new ResizeObserver(show);
    // It tells of the size that the list has already too, after the layout.
    watch.observe(element);
    return () => watch.disconnect();
  }, [active]);
  return (
    <nav className={styles.pages} aria-label={t('desk.pages')}>
      <ol ref={list} className={styles.list}>
        {pages.map((page, i) => {
          const on = page.id === active;
          const name = page.title === '' ? t('desk.page', { number: i + 1 }) : t('desk.pageTitled', { number: i + 1, title: page.title });
          return (
            <li key={page.id}>
              <button
                type="button"
                className={styles.page}
                aria-current={on ? 'page' : undefined}
                aria-label={name}
                onClick={() => onPage(page.id)}
                onDoubleClick={() => setRenaming(page.id)}
                onKeyDown={(event) => { if (event.key === 'F2') setRenaming(page.id); }}
              >
                <span className={styles.sheet}>{thumbnail(page.id, on ? 112 : 96)}</span>
              </button>
              {renaming === page.id
                ? <EditableName editing value={page.title} label={t('desk.pageName', { number: i + 1 })} editLabel={t('desk.renamePage')} onRename={(title) => onRename(page.id, title)} onDone={() => setRenaming(null)} className={styles.field} />
                : <button type="button" tabIndex={-1} className={styles.name} data-on={on} aria-label={`${name}, ${t('desk.renamePage')}`} onClick={() => (on ? setRenaming(page.id) : onPage(page.id))}>{name}</button>}
            </li>
          );
        })}
      </ol>
      <button type="button" className={styles.add} onClick={onAdd}><Plus size={18} strokeWidth={1.8} aria-hidden />{t('desk.addPage')}</button>
    </nav>
  );
}
