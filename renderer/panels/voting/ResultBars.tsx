import type { ReactNode } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Candidate } from '../../../shared/board/round.ts';
import type { ResultRow } from '../../../shared/voting/ranking.ts';
import { useWords } from '../../words.ts';
import styles from './ResultBars.module.css';

type ResultBarsProps = { readonly rows: readonly ResultRow[]; readonly tie: readonly Candidate[] | null; readonly pictureOf: (candidate: MarkId) => ReactNode };

/** All totals as bars, the leader in paper; length is the share of the longest. */
export function ResultBars({ rows, tie, pictureOf }: ResultBarsProps) {
  const { t } = useWords();
  return (
    <ul className={styles.bars} aria-label={t('voting.bars')}>
      {rows.map((row) => {
        const leads = row.winner || (tie?.some(({ id }) => id === row.id) ?? false);
        return (
          <li key={row.id} className={styles.row} aria-label={t('voting.bar', { name: row.label, count: row.dots })}>
            <span className={styles.picture} aria-hidden>{pictureOf(row.id)}</span>
            <span className={styles.words} aria-hidden>
              <span className={styles.name}>{row.label}</span>
              <span className={styles.track}>
                <span className={styles.bar} data-leads={leads} style={{ width: `${Math.max(1.5, row.share * 84)}%` }} />
                <b className={styles.dots}>{row.dots}</b>
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
