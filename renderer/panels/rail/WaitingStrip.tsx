import type { MarkId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import { useWords } from '../../words.ts';
import { Disk } from '../parts/Disk.tsx';
import styles from './WaitingStrip.module.css';

/** A word that found no room on the page yet. */
export type WaitingWord = { readonly id: MarkId; readonly text: string; readonly table: Table | null };

export type WaitingStripProps = {
  readonly words: readonly WaitingWord[];
  /** The word that a search has found, if any. */
  readonly found: MarkId | null;
  /** Starts placing: the word follows the pointer until it is put down. */
  readonly onPlace: (id: MarkId) => void;
};

/** "Nog te plaatsen": what the room said and the page has no room for yet. Not drawn at all when it is empty. */
export function WaitingStrip({ words, found, onPlace }: WaitingStripProps) {
  const { t } = useWords();
  if (words.length === 0) return null;
  return (
    <div>
      <p className={styles.head}>{t('desk.waiting')}</p>
      <ul className={styles.list}>
        {words.map((word) => (
          <li key={word.id}>
            <button type="button" className={styles.word} aria-current={word.id === found} aria-label={t('desk.placeWord', { word: word.text })} onClick={() => onPlace(word.id)}>
              {word.table && <Disk number={word.table.number} color={word.table.color} sizePx={22} />}
              <span className={styles.text}>{word.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
