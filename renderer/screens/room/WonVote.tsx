import type { Candidate } from '../../../shared/board/round.ts';
import { resultRows } from '../../../shared/voting/ranking.ts';
import { hasDrawing, MarkPicture } from '../MarkPicture.tsx';
import { useBoard } from '../useStored.ts';
import { boardWords } from './boardWords.ts';
import { HandBar, HandUnderline } from './HandBar.tsx';
import { HandHalo } from './HandHalo.tsx';
import type { VoteSceneProps } from './RoomVote.tsx';
import styles from './RoomVote.module.css';

const BAR_INKS = ['groen', 'rood', 'oker', 'petrol', 'violet', 'blauw', 'oranje', 'roze'] as const;

/** A name fills the sun in place of a drawing that nobody made. */
function Name({ label }: { readonly label: string }) {
  return <span className={styles['sunName']} style={{ fontSize: `min(9cqw, ${(56 / Math.max(4, label.length)).toFixed(2)}cqw)` }}>{label}</span>;
}

/** The winner large, all totals as bars beside it, and one line about who voted. `drawn` when lots chose it. */
export function WonVote({ store, canvas, round, winner, drawn }: VoteSceneProps & { readonly winner: Candidate | null; readonly drawn: boolean }) {
  const { board } = useBoard(store);
  const { t, n } = boardWords(board.locale);
  const tally = round.tally;
  if (!tally) return null;
  const pictured = winner !== null && hasDrawing(board, winner.id);
  const rows = resultRows(round);
  return (
    <section className={styles['won']}>
      <div className={styles['sun']}>
        {winner && <HandHalo color="perzik" seed={23} className={styles['halo']} raysClassName={styles['rays']} shining />}
        {winner && (pictured ? <div className={styles['hero']}><MarkPicture store={store} canvas={canvas} card={winner.id} widthPx={1400} /></div> : <Name label={winner.label} />)}
      </div>
      <div className={styles['result']} data-many={rows.length > 4}>
        {(pictured || !winner) && <h1 style={winner ? { fontSize: `min(8.6cqw, ${(88 / Math.max(1, winner.label.length)).toFixed(2)}cqw)` } : undefined}><span className={styles['question']}>{winner?.label ?? round.question}<HandUnderline color="groen" seed={11} className={styles['underline']} /></span></h1>}
        {winner && <p className={styles['rule']}>{drawn ? t('room.byLots') : t('room.thatIsOur')}</p>}
        <ul className={styles['bars']}>
          {rows.map(({ id, label, dots, share }) => {
            const place = round.candidates.findIndex((candidate) => candidate.id === id);
            return (
              <li key={id}>
                <span className={styles['name']}>{label}</span>
                <div className={styles['bar']}><HandBar share={share} color={BAR_INKS[place % BAR_INKS.length] ?? 'groen'} seed={place + 3} /><strong style={{ left: `calc(${share * 80}% + 1.2cqw)` }}>{dots}</strong></div>
              </li>
            );
          })}
        </ul>
        <p className={styles['hidden']}>{t('room.votes', { cast: tally.cast, heads: tally.heads, dots: t('voting.dotsOf', { count: round.rule.dotsPerPerson, n: n(round.rule.dotsPerPerson) }) })}</p>
      </div>
    </section>
  );
}
