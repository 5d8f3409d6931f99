import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import { IconButton } from '../../panels/parts/IconButton.tsx';
import { whenText } from '../../panels/parts/whenText.ts';
import { useWords } from '../../words.ts';
import styles from './BoardWords.module.css';

type BoardWordsProps = { readonly board: BoardCard; readonly nowMs: number; readonly onRemove: (board: BoardId) => void };

/** Name, time and pages of a board, and the way to the bin with one question in the same place. */
export function BoardWords({ board, nowMs, onRemove }: BoardWordsProps) {
  const { t, locale, n } = useWords();
  const [asking, setAsking] = useState(false);
  const no = useRef<HTMLButtonElement | null>(null);
  useEffect(() => { if (asking) no.current?.focus(); }, [asking]);
  if (asking) {
    return (
      <div className={styles.ask} role="group" aria-label={t('start.removeNamed', { title: board.title })} onKeyDown={(event) => { if (event.key === 'Escape') setAsking(false); }}>
        <p>{t('start.removeAsk')}</p>
        <span className={styles.answers}>
          <button type="button" className={styles.answer} onClick={() => onRemove(board.id)}>{t('start.removeYes')}</button>
          <button ref={no} type="button" className={styles.answer} onClick={() => setAsking(false)}>{t('start.removeNo')}</button>
        </span>
      </div>
    );
  }
  const pages = t('start.pages', { count: board.pages, n: n(board.pages) });
  return (
    <div className={styles.words}>
      <div className={styles.text}>
        <p className={styles.title} title={board.filePath === null ? undefined : t('start.fileAt', { path: board.filePath })}>{board.title}</p>
        <p className={styles.when}>{t('start.meta', { when: whenText(t, locale, nowMs, board.changedMs), pages })}</p>
      </div>
      <span className={styles.bin}><IconButton icon={<Trash2 size={19} strokeWidth={1.8} />} label={t('start.removeNamed', { title: board.title })} onPress={() => setAsking(true)} /></span>
    </div>
  );
}
