import { Fragment } from 'react';
import type { Candidate } from '../../../shared/board/round.ts';
import { spokenList } from '../../../shared/strings/numberWord.ts';
import { resultRows } from '../../../shared/voting/ranking.ts';
import { hasDrawing, MarkPicture } from '../MarkPicture.tsx';
import { useBoard } from '../useStored.ts';
import { boardWords } from './boardWords.ts';
import { HandEquals, HandUnderline } from './HandBar.tsx';
import { HandHalo } from './HandHalo.tsx';
import type { VoteSceneProps } from './RoomVote.tsx';
import styles from './RoomVote.module.css';

const HALOS = ['perzik', 'hemel', 'munt'] as const;

/** A tie is no drama: the leaders equally large, an equals sign between them, and what happens next. */
export function TiedVote({ store, canvas, round, leaders }: VoteSceneProps & { readonly leaders: readonly Candidate[] }) {
  const { board } = useBoard(store);
  const { t } = boardWords(board.locale);
  const rows = resultRows(round);
  const dotsOf = (candidate: Candidate): number => rows.find(({ id }) => id === candidate.id)?.dots ?? 0;
  const others = rows.filter(({ id }) => leaders.every((leader) => leader.id !== id));
  const again = round.runOffOf !== null;
  return (
    <section className={styles['tied']}>
      <h1><span className={styles['question']}>{t('room.tie')}<HandUnderline color="violet" seed={17} className={styles['underline']} /></span></h1>
      <div className={styles['leaders']} data-count={leaders.length}>
        {leaders.map((leader, i) => (
          <Fragment key={leader.id}>
            {i > 0 && <HandEquals seed={5 + i} className={styles['equals']} />}
            <div className={styles['leader']}>
              {hasDrawing(board, leader.id) && (
                <div className={styles['portrait']}>
                  <HandHalo color={HALOS[i % HALOS.length] ?? 'perzik'} seed={31 + i} className={styles['halo']} shining={false} />
                  <div className={styles['hero']}><MarkPicture store={store} canvas={canvas} card={leader.id} widthPx={900} /></div>
                </div>
              )}
              <p className={styles['score']}><strong>{dotsOf(leader)}</strong><span className={styles['name']}>{leader.label}</span></p>
            </div>
          </Fragment>
        ))}
      </div>
      {others.length > 0 && <p className={styles['others']}>{others.map(({ label, dots }) => `${label} ${dots}`).join(' · ')}</p>}
      <div className={styles['next']}>
        <p className={styles['nextTitle']}>{again ? t('room.lotsNow') : t('room.runOff', { names: spokenList(leaders.map(({ label }) => label), t('voting.or')) })}</p>
        <p className={styles['nextText']}>{again ? t('room.lotsRule') : t('room.runOffRule')}</p>
      </div>
    </section>
  );
}
