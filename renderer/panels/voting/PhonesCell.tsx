import type { KeyboardEvent, Ref } from 'react';
import { useWords } from '../../words.ts';
import styles from './PhonesCell.module.css';
import { WayIcon } from './WayIcon.tsx';

type PhonesCellProps = {
  readonly way: 'phones' | 'hands';
  /** Ballots, and people at the table. */
  readonly phones: number;
  readonly heads: number;
  readonly columns: number;
  readonly inTabOrder: boolean;
  readonly cellRef: Ref<HTMLDivElement>;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** More people than this are told by the number alone. */
const MOST_HEADS_DRAWN = 20;

/** The row of a table that is not counted here: how many of its phones voted and nothing of what, or that its hands count below. */
export function PhonesCell({ way, phones, heads, columns, inTabOrder, cellRef, onFocus, onKeyDown }: PhonesCellProps) {
  const { t } = useWords();
  const drawn = Math.max(phones, heads);
  return (
    <div ref={cellRef} role="gridcell" aria-colspan={columns} tabIndex={inTabOrder ? 0 : -1} className={styles.cell} data-way={way} style={{ gridColumn: `span ${columns}` }} onFocus={onFocus} onKeyDown={onKeyDown}>
      <WayIcon way={way} sizePx={20} />
      <span className={styles.words}>{way === 'phones' ? t('round.phonesVoted', { count: phones, heads }) : t('round.withHands')}</span>
      {way === 'phones' && drawn <= MOST_HEADS_DRAWN && (
        <span className={styles.heads} aria-hidden>
          {Array.from({ length: drawn }, (_, i) => <i key={i} className={styles.head} data-voted={i < phones} />)}
        </span>
      )}
    </div>
  );
}
