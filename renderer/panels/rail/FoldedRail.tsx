import { Blinds, LockOpen, Projector } from 'lucide-react';
import type { RoomOfBoard, RoomView } from '../../../shared/contract/room.ts';
import { useWords } from '../../words.ts';
import { timeText } from '../parts/whenText.ts';
import styles from './FoldedRail.module.css';
import { roomUnseen } from './roomSeen.ts';
import type { Saved } from './SavedSign.tsx';

export type FoldedRailProps = {
  readonly saved: Saved;
  readonly shows: RoomOfBoard;
  readonly curtain: RoomView['curtain'];
  /** How many words wait for a place. */
  readonly waiting: number;
  /** Whether what was prepared can be moved at this moment. */
  readonly preparedOpen: boolean;
};

/** The rail in a narrow window, as signs only: is it saved, is the room looking, does something wait. */
export function FoldedRail({ saved, shows, curtain, waiting, preparedOpen }: FoldedRailProps) {
  const { t, locale } = useWords();
  const said = saved.kind === 'saved' ? t('desk.savedAt', { time: timeText(locale, saved.atMs) }) : saved.kind === 'saving' ? t('desk.saving') : saved.text;
  const here = shows === 'here';
  const Screen = !here || curtain === 'open' ? Projector : Blinds;
  const room = t(shows !== 'here' ? roomUnseen(shows).why : curtain === 'open' ? 'desk.roomSees' : 'desk.curtain');
  return (
    <div className={styles.signs}>
      <span className={styles.sign} role="img" aria-label={said} title={said}><span className={styles.dot} data-kind={saved.kind} /></span>
      <span className={styles.sign} data-off={!here} role="img" aria-label={room} title={room}><Screen size={20} strokeWidth={1.8} /></span>
      {preparedOpen && <span className={styles.sign} data-here role="img" aria-label={t('layers.isOpenShort')} title={t('layers.isOpenShort')}><LockOpen size={20} strokeWidth={1.8} /></span>}
      {waiting > 0 && <span className={styles.sign} role="img" aria-label={`${t('desk.waiting')}: ${waiting}`} title={t('desk.waiting')}>+{waiting}</span>}
    </div>
  );
}
