import type { RoomView } from '../../../shared/contract/room.ts';
import { useWords } from '../../words.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { useBoard } from '../useStored.ts';
import styles from './RoomVote.module.css';

/** The vote on the room screen: question, choices and turnout; never a count before the reveal. */
export function RoomVote({ store, scene }: { readonly store: BoardStore; readonly scene: Exclude<RoomView['scene'], { kind: 'board' }> }) {
  const { t } = useWords();
  const round = useBoard(store).board.rounds[scene.round];
  if (!round) return null;
  const most = Math.max(1, ...Object.values(round.tally?.totals ?? {}));
  const revealed = scene.kind === 'result' && round.tally !== null;
  const candidates = revealed ? [...round.candidates].sort((a, b) => (round.tally?.totals[b.id] ?? 0) - (round.tally?.totals[a.id] ?? 0)) : round.candidates;
  return (
    <section className={styles['vote']}>
      <h1>{round.question}</h1>
      <ul data-revealed={revealed}>
        {candidates.map(({ id, label }, i) => (
          <li key={id}>
            <span className={styles['letter']}>{String.fromCharCode(65 + round.candidates.findIndex((candidate) => candidate.id === id))}</span>
            <span className={styles['name']}>{label}</span>
            {revealed && <span className={styles['bar']} style={{ width: `${(50 * (round.tally?.totals[id] ?? 0)) / most}vw` }} data-winner={i === 0} />}
            {revealed && <strong>{round.tally?.totals[id] ?? 0}</strong>}
          </li>
        ))}
      </ul>
      {scene.kind === 'vote' && <p>{t('room.cast', { cast: scene.cast, heads: scene.heads })}</p>}
      {revealed && round.tally && <p>{t('room.cast', { cast: round.tally.cast, heads: round.tally.heads })}</p>}
    </section>
  );
}
