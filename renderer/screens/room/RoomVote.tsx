import { useEffect, useRef } from 'react';
import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import { resultRows } from '../../../shared/voting/ranking.ts';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { useBoard } from '../useStored.ts';
import { boardWords } from './boardWords.ts';
import { asksForLessMotion } from './lessMotion.ts';
import { letterOf } from './paintVote.ts';
import styles from './RoomVote.module.css';
import { createVoteShow, type SeenResult, type Stands, type VoteScene, type VoteShow } from './voteShow.ts';
import { typedAddress } from './votePlan.ts';

export type RoomVoteProps = {
  readonly store: BoardStore;
  readonly painter: Pick<BoardCanvas, 'picture'>;
  readonly measure: MeasureEm;
  readonly scene: VoteScene;
  /** While a curtain is before it, a reveal waits. */
  readonly hidden?: boolean;
  /** On its way out: it fades and lets the board through. */
  readonly leaving?: boolean;
  /** False for a small picture, which is at once where the motion ends. */
  readonly moving: boolean;
  readonly onStands?: (stands: Stands | null) => void;
  readonly onSeen?: (seen: SeenResult) => void;
};

/** The same in words, for whoever cannot see the picture. */
function Aloud({ board, round, scene }: { readonly board: Board; readonly round: Round; readonly scene: VoteScene }) {
  const { t } = boardWords(board.locale);
  const isRevealed = scene.kind === 'result' && round.state === 'revealed';
  return (
    <div className="aloud">
      <h1>{round.question}</h1>
      {scene.kind === 'vote' && <p>{t('room.cast', { cast: scene.cast, heads: scene.heads })} {t('room.castWords')}</p>}
      {scene.kind === 'vote' && scene.door && <p>{t('room.scan')} {typedAddress(scene.door.url)}</p>}
      <ul>
        {isRevealed
          ? resultRows(round).map(({ id, label, dots }) => <li key={id}>{label}: {dots}</li>)
          : round.candidates.map(({ id, label }, i) => <li key={id}>{letterOf(i)} {label}</li>)}
      </ul>
    </div>
  );
}

const nobody = (): void => undefined;

/** The vote on the room screen: open, waiting for its reveal, or revealed. It fills whatever it lies in. */
export function RoomVote({ store, painter, measure, scene, hidden = false, leaving = false, moving, onStands = nobody, onSeen = nobody }: RoomVoteProps) {
  const { board } = useBoard(store);
  const target = useRef<HTMLCanvasElement>(null);
  const show = useRef<VoteShow | null>(null);
  const tell = useRef({ onStands, onSeen });
  useEffect(() => { tell.current = { onStands, onSeen }; }, [onStands, onSeen]);
  useEffect(() => {
    const canvas = target.current;
    const place = canvas?.parentElement;
    if (!canvas || !place) return undefined;
    const made = createVoteShow({ canvas, store, painter, measure, moving, lessMotion: asksForLessMotion(), onStands: (stands) => tell.current.onStands(stands), onSeen: (seen) => tell.current.onSeen(seen) });
    show.current = made;
    const observer = new ResizeObserver(([entry]) => { if (entry) made.resize({ w: entry.contentRect.width, h: entry.contentRect.height }); });
    observer.observe(place);
    return () => {
      observer.disconnect();
      made.close();
      show.current = null;
    };
  }, [store, painter, measure, moving]);
  useEffect(() => { if (!leaving) show.current?.show(scene, hidden); }, [store, painter, measure, moving, scene, hidden, leaving]);
  const round = board.rounds[scene.round];
  return (
    <div className={styles['scene']} data-leaving={leaving} data-testid="room-vote">
      <canvas ref={target} className={styles['picture']} aria-hidden="true" />
      {round && <Aloud board={board} round={round} scene={scene} />}
    </div>
  );
}
