import type { Board } from '../../../shared/board/board.ts';
import type { RoomScene } from '../../../shared/contract/room.ts';
import { QrCode } from '../../panels/parts/QrCode.tsx';
import { boardWords } from '../room/boardWords.ts';
import styles from './RoomSight.module.css';

/** The curtain with the title, and while the room votes that it does, how many have, and whether phones have their code. */
export function CurtainSight({ board, scene }: { readonly board: Board; readonly scene: RoomScene }) {
  const { t } = boardWords(board.locale);
  return (
    <div className={styles['curtain']} data-votes={scene.kind === 'vote'}>
      <span>{board.title}</span>
      {scene.kind === 'vote' && (
        <span className={styles['votes']}>
          {scene.door && <QrCode className={styles['qr']} text={scene.door.url} label={scene.door.url} />}
          <span>{t(board.rounds[scene.round]?.state === 'open' ? 'room.voteRuns' : 'room.closed')}<br />{scene.cast} {t('room.castOf', { heads: scene.heads })}</span>
        </span>
      )}
    </div>
  );
}
