import { useEffect, useState } from 'react';
import type { Locale } from '../../../shared/board/board.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import { boardWords } from './boardWords.ts';
import { createCountdown, type TimeLeft } from './countdown.ts';
import { DoorCode } from './DoorCode.tsx';
import styles from './RoomScreen.module.css';

/** `isOpen`: whether the round of the scene still takes votes. */
type RoomCurtainProps = { readonly curtain: RoomView['curtain']; readonly title: string; readonly scene: RoomView['scene']; readonly isOpen: boolean; readonly locale: Locale };

/** What is left of a countdown, anew every second. */
function useTimeLeft(closesMs: number | null): TimeLeft | null {
  const [left, setLeft] = useState<TimeLeft | null>(null);
  useEffect(() => {
    const countdown = createCountdown(() => setLeft(countdown.left()));
    countdown.until(closesMs);
    setLeft(countdown.left());
    return countdown.close;
  }, [closesMs]);
  return left;
}

/** That the room votes or has voted, how one joins, how many have, and how long it still takes; never a choice. */
function Voting({ scene, isOpen, locale }: { readonly scene: Extract<RoomView['scene'], { readonly kind: 'vote' }>; readonly isOpen: boolean; readonly locale: Locale }) {
  const { t } = boardWords(locale);
  const left = useTimeLeft(scene.closesMs);
  return (
    <div className={styles['voting']} data-door={scene.door !== null}>
      {scene.door && <DoorCode url={scene.door.url} scan={t('room.scan')} />}
      <div>
        <p className={styles['runs']}>{t(isOpen ? 'room.voteRuns' : 'room.closed')}</p>
        <p className={styles['turnout']}><strong>{scene.cast}</strong> {t('room.castOf', { heads: scene.heads })}</p>
        {left && <p className={styles['left']}>{left.text}</p>}
      </div>
    </div>
  );
}

/** Hides the board from the room: black, or paper with the title. While the room votes, the title says so and how. */
export function RoomCurtain({ curtain, title, scene, isOpen, locale }: RoomCurtainProps) {
  const votes = scene.kind === 'vote';
  return (
    <>
      <div className={`${styles['curtain']} ${styles['black']}`} data-shown={curtain === 'black'} data-testid="curtain-black" />
      <div className={`${styles['curtain']} ${styles['title']}`} data-shown={curtain === 'title'} data-votes={votes} aria-hidden={curtain !== 'title'} data-testid="curtain-title">
        <p>{title}</p>
        {votes && curtain === 'title' && <Voting scene={scene} isOpen={isOpen} locale={locale} />}
      </div>
    </>
  );
}
