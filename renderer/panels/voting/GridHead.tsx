import type { ReactNode } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Candidate } from '../../../shared/board/round.ts';
import { useWords } from '../../words.ts';
import styles from './TallyGrid.module.css';
import { letterOf } from './tallyLines.ts';

/** The candidates above their columns: drawing, letter and name. */
export function GridHead({ candidates, pictureOf }: { readonly candidates: readonly Candidate[]; readonly pictureOf: (candidate: MarkId) => ReactNode }) {
  const { t } = useWords();
  return (
    <div role="row" className={styles.row}>
      <span role="columnheader" className={styles.column}><span className="aloud">{t('voting.tableColumn')}</span></span>
      <span role="columnheader" className={styles.column}>{t('voting.headsColumn')}</span>
      {candidates.map((candidate, i) => (
        <span key={candidate.id} role="columnheader" className={styles.candidate} aria-label={t('round.letterOf', { letter: letterOf(i), candidate: candidate.label })}>
          <span className={styles.picture} aria-hidden>{pictureOf(candidate.id)}</span>
          <span className={styles.name} data-long={candidate.label.length > 8} aria-hidden><span className={styles.letter}>{letterOf(i)}</span>{candidate.label}</span>
        </span>
      ))}
      <span role="columnheader" className={styles.column}><span className="aloud">{t('voting.checkColumn')}</span></span>
    </div>
  );
}
