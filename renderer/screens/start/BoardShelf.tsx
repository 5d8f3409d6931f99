import { useState, type ReactNode } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import { Button } from '../../panels/parts/Button.tsx';
import { useWords } from '../../words.ts';
import styles from './BoardShelf.module.css';
import { BoardSheet } from './BoardSheet.tsx';
import { BoardWords } from './BoardWords.tsx';

type BoardShelfProps = {
  readonly boards: readonly BoardCard[];
  readonly nowMs: number;
  readonly renderPicture: (board: BoardCard) => ReactNode;
  readonly onOpen: (board: BoardId) => void;
  readonly onRemove: (board: BoardId) => void;
};

/** How many boards stand beside the last one before "nog n borden". */
const BESIDE = 4;

/** "Verder werken": the last board large, the ones before it small; a board that was not closed properly comes first. */
export function BoardShelf({ boards, nowMs, renderPicture, onOpen, onRemove }: BoardShelfProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const sorted = [...boards.filter(({ unfinished }) => unfinished), ...boards.filter(({ unfinished }) => !unfinished)];
  const [first, ...others] = sorted;
  if (!first) return null;
  const shown = all ? others : others.slice(0, BESIDE);
  const more = others.length - BESIDE;
  return (
    <section className={styles.shelf}>
      <h2 className={styles.title}>{t('start.goOn')}</h2>
      <div className={styles.boards}>
        <div className={styles.large}>
          <BoardSheet board={first} renderPicture={renderPicture} onOpen={onOpen} />
          {first.unfinished && (
            <p className={styles.recover}><b>{t('start.recoverTitle')}</b> {t('start.recoverText', { title: first.title })}</p>
          )}
          <div className={styles.foot}>
            <BoardWords board={first} nowMs={nowMs} onRemove={onRemove} />
            <Button kind="main" label={`${t(first.unfinished ? 'start.recover' : 'start.open')}: ${first.title}`} onPress={() => onOpen(first.id)}>
              {t(first.unfinished ? 'start.recover' : 'start.open')}
            </Button>
          </div>
        </div>
        {others.length > 0 && (
          <ul className={styles.small}>
            {shown.map((board) => (
              <li key={board.id} className={styles.item}>
                <div className={styles.thumb}><BoardSheet board={board} renderPicture={renderPicture} onOpen={onOpen} /></div>
                <BoardWords board={board} nowMs={nowMs} onRemove={onRemove} />
              </li>
            ))}
            {more > 0 && <li><Button kind="quiet" onPress={() => setAll(!all)}>{all ? t('start.fewer') : t('start.all', { count: more })}</Button></li>}
          </ul>
        )}
      </div>
    </section>
  );
}
