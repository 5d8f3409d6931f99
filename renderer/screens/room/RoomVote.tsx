import type { Round } from '../../../shared/board/round.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import { outcomeOf } from '../../../shared/voting/ranking.ts';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { useBoard } from '../useStored.ts';
import { OpenVote } from './OpenVote.tsx';
import styles from './RoomVote.module.css';
import { TiedVote } from './TiedVote.tsx';
import { WonVote } from './WonVote.tsx';

/** What every scene of a vote is drawn from. */
export type VoteSceneProps = { readonly store: BoardStore; readonly canvas: Pick<BoardCanvas, 'picture'>; readonly round: Round };

function RevealedVote(props: VoteSceneProps) {
  const { round } = props;
  if (!round.tally) return null;
  const drawn = round.candidates.find(({ id }) => id === round.lots?.drawn);
  const outcome = outcomeOf(round.tally, round.candidates);
  if (outcome.kind === 'tie' && !drawn) return <TiedVote {...props} leaders={outcome.candidates} />;
  return <WonVote {...props} winner={drawn ?? (outcome.kind === 'winner' ? outcome.candidate : null)} drawn={drawn !== undefined} />;
}

export type RoomVoteProps = { readonly store: BoardStore; readonly canvas: Pick<BoardCanvas, 'picture'>; readonly scene: Exclude<RoomView['scene'], { kind: 'board' }> };

/** The vote on the room screen: open, waiting for its reveal, or revealed. It fills whatever it lies in and keeps its proportions there. */
export function RoomVote({ store, canvas, scene }: RoomVoteProps) {
  const round = useBoard(store).board.rounds[scene.round];
  if (!round) return null;
  return (
    <div className={styles['scene']}>
      {scene.kind === 'result' && round.state === 'revealed'
        ? <RevealedVote store={store} canvas={canvas} round={round} />
        : <OpenVote store={store} canvas={canvas} round={round} cast={scene.kind === 'vote' ? scene.cast : 0} heads={scene.kind === 'vote' ? scene.heads : 0} />}
    </div>
  );
}
