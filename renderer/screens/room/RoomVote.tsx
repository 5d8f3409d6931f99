import type { Round } from '../../../shared/board/round.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import { outcomeOf, resultRows } from '../../../shared/voting/ranking.ts';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { useWords } from '../../words.ts';
import { MarkPicture } from '../MarkPicture.tsx';
import { useBoard } from '../useStored.ts';
import { HandBar, HandUnderline } from './HandBar.tsx';
import styles from './RoomVote.module.css';

type SceneProps = { readonly store: BoardStore; readonly canvas: BoardCanvas; readonly round: Round };

const BAR_INKS = ['groen', 'rood', 'oker', 'petrol', 'violet', 'blauw', 'oranje', 'roze'] as const;
const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** Turnout as dots in fives: filled for who has voted. More than a hundred would be a grey field, so then only the number stands. */
function TurnoutDots({ cast, heads }: { readonly cast: number; readonly heads: number }) {
  if (heads > 100) return null;
  return <p className={styles['dots']} aria-hidden="true">{Array.from({ length: heads }, (_, i) => <span key={i} data-cast={i < cast} />)}</p>;
}

/** The question, the choices with their drawings, and how many have voted; never a count. */
function OpenVote({ store, canvas, round, cast, heads }: SceneProps & { readonly cast: number; readonly heads: number }) {
  const { t, n } = useWords();
  return (
    <section className={styles['vote']}>
      <header>
        <h1>{round.question}</h1>
        <div className={styles['underline']}><HandUnderline color="oranje" seed={7} /></div>
        <p className={styles['rule']}>{t('room.chooseDots', { count: round.rule.dotsPerPerson, n: n(round.rule.dotsPerPerson) })}</p>
      </header>
      <ul className={styles['choices']} data-many={round.candidates.length > 4}>
        {round.candidates.map(({ id, label }, i) => (
          <li key={id}>
            <span className={styles['letter']}>{letterOf(i)}</span>
            <div className={styles['picture']}><MarkPicture store={store} canvas={canvas} card={id} widthPx={640} /></div>
            <span className={styles['name']}>{label}</span>
          </li>
        ))}
      </ul>
      <footer>
        <p className={styles['turnout']}><strong>{t('room.cast', { cast, heads })}</strong> {t('room.castWords')}</p>
        <TurnoutDots cast={cast} heads={heads} />
        <p className={styles['hidden']}>{t('room.hidden')}</p>
      </footer>
    </section>
  );
}

/** All totals as bars beside the winner; a tie shows its leaders equally large. */
function RevealedVote({ store, canvas, round }: SceneProps) {
  const { t, n } = useWords();
  const tally = round.tally;
  if (!tally) return null;
  const outcome = outcomeOf(tally, round.candidates);
  const leaders = outcome.kind === 'winner' ? [outcome.candidate] : outcome.kind === 'tie' ? outcome.candidates : [];
  const place = (id: (typeof round.candidates)[number]['id']): number => round.candidates.findIndex((candidate) => candidate.id === id);
  return (
    <section className={styles['reveal']}>
      <div className={styles['leaders']} data-count={leaders.length}>
        {leaders.map(({ id }) => <div key={id} className={styles['leader']}><MarkPicture store={store} canvas={canvas} card={id} widthPx={1400} /></div>)}
      </div>
      <div className={styles['result']}>
        <h1>{outcome.kind === 'tie' ? t('room.tie') : (leaders[0]?.label ?? round.question)}</h1>
        <div className={styles['underline']}><HandUnderline color="groen" seed={11} /></div>
        {outcome.kind === 'winner' && <p className={styles['rule']}>{t('room.thatIsOur')}</p>}
        <ul className={styles['bars']}>
          {resultRows(round).map(({ id, label, dots, share }) => (
            <li key={id}>
              <span className={styles['name']}>{label}</span>
              <div className={styles['bar']}><HandBar share={share} color={BAR_INKS[place(id) % BAR_INKS.length] ?? 'groen'} seed={place(id) + 3} /><strong style={{ left: `calc(${share * 78}% + 1.4vw)` }}>{dots}</strong></div>
            </li>
          ))}
        </ul>
        <p className={styles['hidden']}>{t('room.votes', { cast: tally.cast, heads: tally.heads, dots: t('voting.dotsOf', { count: round.rule.dotsPerPerson, n: n(round.rule.dotsPerPerson) }) })}</p>
      </div>
    </section>
  );
}

/** The vote on the room screen: open, waiting for its reveal, or revealed. */
export function RoomVote({ store, canvas, scene }: { readonly store: BoardStore; readonly canvas: BoardCanvas; readonly scene: Exclude<RoomView['scene'], { kind: 'board' }> }) {
  const round = useBoard(store).board.rounds[scene.round];
  if (!round) return null;
  if (scene.kind === 'result' && round.state === 'revealed') return <RevealedVote store={store} canvas={canvas} round={round} />;
  return <OpenVote store={store} canvas={canvas} round={round} cast={scene.kind === 'vote' ? scene.cast : 0} heads={scene.kind === 'vote' ? scene.heads : 0} />;
}
