import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Candidate } from '../../../shared/board/round.ts';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { useWords } from '../../words.ts';
import { Menu } from '../parts/Menu.tsx';
import styles from './TallyGrid.module.css';
import { letterOf } from './tallyLines.ts';
import { VOTING_WAYS, WayIcon } from './WayIcon.tsx';

type GridHeadProps = {
  readonly candidates: readonly Candidate[];
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  readonly onWayOfAll: (way: VotingWay) => void;
};

/** The candidates above their columns: drawing, letter and name; and a menu that changes how all tables vote. */
export function GridHead({ candidates, pictureOf, onWayOfAll }: GridHeadProps) {
  const { t } = useWords();
  return (
    <div role="row" className={styles.row}>
      <span role="columnheader" className={styles.all} aria-label={t('voting.tableColumn')}>
        <Menu
          label={t('round.waysAll')}
          items={VOTING_WAYS.map((way) => ({ kind: 'do' as const, id: way, label: t('round.allTables', { way: t(`round.way.${way}`) }), icon: <WayIcon way={way} sizePx={18} />, onPress: () => onWayOfAll(way) }))}
          trigger={<button type="button" className={styles.allButton} aria-label={t('round.waysAll')}><Ellipsis size={20} strokeWidth={1.9} aria-hidden /></button>}
        />
      </span>
      <span role="columnheader" className={styles.column}>{t('voting.headsColumn')}</span>
      {candidates.map((candidate, i) => (
        <span key={candidate.id} role="columnheader" className={styles.candidate} aria-label={t('round.letterOf', { letter: letterOf(i), candidate: candidate.label })}>
          <span className={styles.picture} aria-hidden>{pictureOf(candidate.id)}</span>
          <span className={styles.name} data-long={candidate.label.length > 8} aria-hidden><span className={styles.letter}>{letterOf(i)}</span><span className={styles.label}>{candidate.label}</span></span>
        </span>
      ))}
      <span role="columnheader" className={styles.column}><span className="aloud">{t('voting.checkColumn')}</span></span>
    </div>
  );
}
