import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { useWords } from '../../words.ts';
import { Segment } from '../parts/Segment.tsx';
import { VOTING_WAYS, WayIcon } from './WayIcon.tsx';
import styles from './WaySegment.module.css';

type WaySegmentProps = { readonly way: VotingWay | null; readonly onWay: (way: VotingWay) => void };

/** How all tables vote, in one press; none is chosen while they differ. */
export function WaySegment({ way, onWay }: WaySegmentProps) {
  const { t } = useWords();
  return (
    <Segment<VotingWay | 'mixed'>
      name={t('round.waysAll')}
      wide
      value={way ?? 'mixed'}
      onChange={(next) => { if (next !== 'mixed') onWay(next); }}
      options={VOTING_WAYS.map((choice) => ({ value: choice, label: <span className={styles.option}><WayIcon way={choice} sizePx={18} />{t(`round.way.${choice}`)}</span> }))}
    />
  );
}
