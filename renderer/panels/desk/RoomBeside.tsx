import { Blinds, Projector, Snowflake } from 'lucide-react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { roomSeen, roomUnseen } from '../rail/roomSeen.ts';
import type { RoomStripProps } from '../rail/RoomStrip.tsx';
import styles from './RoomBeside.module.css';

/** "De zaal ziet", large under the sheet: during a vote that is what the begeleider must be sure of. */
export function RoomBeside({ shows, thumbnail, mode, curtain, scene, onMode, onCurtain, onOpen }: RoomStripProps) {
  const { t } = useWords();
  const unseen = shows === 'here' ? null : roomUnseen(shows);
  const frozen = mode === 'frozen';
  const closed = curtain !== 'open';
  const seen = t(roomSeen(curtain, scene, mode));
  return (
    <section className={styles.beside} aria-label={t('room.title')}>
      <div className={styles.head}>
        <p className={styles.seen}><Projector size={18} strokeWidth={1.8} aria-hidden />{unseen ? t(unseen.why) : <>{t('desk.roomSees')} <b>{seen}</b></>}</p>
        {!unseen && (
          <>
            <IconButton icon={<Snowflake size={19} strokeWidth={1.7} />} label={frozen ? t('desk.unfreeze') : t('desk.freeze')} pressed={frozen} onPress={() => onMode(frozen ? 'whole' : 'frozen')} />
            <IconButton icon={<Blinds size={19} strokeWidth={1.7} />} label={closed ? t('desk.curtainOpen') : t('desk.curtain')} shortcut="B" pressed={closed} onPress={() => onCurtain(closed ? 'open' : 'black')} />
          </>
        )}
      </div>
      {unseen
        ? <div className={styles.off}><Button kind="second" onPress={onOpen}>{t(unseen.todo)}</Button></div>
        : <div className={styles.screen} role="img" aria-label={t('room.picture', { title: seen })}>{thumbnail}</div>}
    </section>
  );
}
