import { boardWords } from './boardWords.ts';
import { hasDrawing, MarkPicture } from '../MarkPicture.tsx';
import { useBoard } from '../useStored.ts';
import { HandUnderline } from './HandBar.tsx';
import type { VoteSceneProps } from './RoomVote.tsx';
import styles from './RoomVote.module.css';

const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** More dots than this are a grey field that nobody counts. */
const DOTS_AT_MOST = 100;

/** Turnout as dots in fives, filled for who has voted; a five is never broken over two lines. */
function TurnoutDots({ cast, heads }: { readonly cast: number; readonly heads: number }) {
  if (heads > DOTS_AT_MOST) return null;
  const fives = Array.from({ length: Math.ceil(heads / 5) }, (_, i) => Math.min(5, heads - i * 5));
  return (
    <p className={styles['dots']} aria-hidden="true">
      {fives.map((many, five) => <span key={five} className={styles['five']}>{Array.from({ length: many }, (_, i) => <span key={i} data-cast={five * 5 + i < cast} />)}</span>)}
    </p>
  );
}

/** The question, the choices with their drawings or as lettering, and how many have voted; never a count. */
export function OpenVote({ store, canvas, round, cast, heads }: VoteSceneProps & { readonly cast: number; readonly heads: number }) {
  const { board } = useBoard(store);
  const { t, n } = boardWords(board.locale);
  const drawn = round.candidates.filter(({ id }) => hasDrawing(board, id)).length;
  const longest = Math.max(1, ...round.candidates.map(({ label }) => label.length));
  return (
    <section className={styles['vote']}>
      <header>
        <h1><span className={styles['question']}>{round.question}<HandUnderline color="oranje" seed={7} className={styles['underline']} /></span></h1>
        <p className={styles['rule']}>{t('room.chooseDots', { count: round.rule.dotsPerPerson, n: n(round.rule.dotsPerPerson) })}</p>
      </header>
      <ul className={styles['choices']} data-kind={drawn === 0 ? 'words' : 'drawings'} data-many={round.candidates.length > 4}>
        {round.candidates.map(({ id, label }, i) => {
          const size = drawn === 0 ? { fontSize: `max(2.95cqw, min(6.2cqw, ${(72 / longest).toFixed(2)}cqw))` } : undefined;
          return (
            <li key={id}>
              <span className={styles['letter']}>{letterOf(i)}</span>
              {drawn > 0 && <div className={styles['picture']}><MarkPicture store={store} canvas={canvas} card={id} widthPx={640} /></div>}
              <span className={styles['name']} style={size}>{label}</span>
            </li>
          );
        })}
      </ul>
      <footer>
        <div className={styles['count']}>
          <p className={styles['turnout']}><strong>{t('room.cast', { cast, heads })}</strong> {t('room.castWords')}</p>
          <p className={styles['hidden']}>{t('room.hidden')}</p>
        </div>
        <TurnoutDots cast={cast} heads={heads} />
      </footer>
    </section>
  );
}
