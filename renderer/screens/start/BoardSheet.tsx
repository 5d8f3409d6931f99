import type { ReactNode } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import { useWords } from '../../words.ts';
import styles from './BoardSheet.module.css';

type BoardSheetProps = { readonly board: BoardCard; readonly renderPicture: (board: BoardCard) => ReactNode; readonly onOpen: (board: BoardId) => void };

/** A board as the sheet it is; pressing it opens it. */
export function BoardSheet({ board, renderPicture, onOpen }: BoardSheetProps) {
  const { t } = useWords();
  return (
    <button type="button" className={styles.sheet} aria-label={board.picturedMs === null ? undefined : t('start.openNamed', { title: board.title })} onClick={() => onOpen(board.id)}>
      {board.picturedMs === null
        ? <span className={styles.none}><span className={styles.lettered}>{board.title}</span><span>{t('start.noPicture')}</span><span className="aloud">{t('start.open')}</span></span>
        : renderPicture(board)}
    </button>
  );
}
