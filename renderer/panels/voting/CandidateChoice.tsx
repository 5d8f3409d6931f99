import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { VoteRole } from '../../state/voteDraft.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { Segment } from '../parts/Segment.tsx';
import styles from './CandidateChoice.module.css';
import { cardsWith, FILTER_FROM, MOST_CANDIDATES, VOTE_ROLES, type VoteCard } from './votePlan.ts';

type CandidateChoiceProps = {
  /** All cards of the board that can be voted on. */
  readonly cards: readonly VoteCard[];
  readonly role: VoteRole;
  readonly chosen: readonly VoteCard[];
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  /** Id of the first card, so that a button can lead there. */
  readonly firstId: string;
  readonly onRole: (role: VoteRole) => void;
  readonly onToggle: (id: MarkId) => void;
  readonly onMerge: () => void;
};

/** What the room chooses from: cards of one role, in and out with a press. */
export function CandidateChoice({ cards, role, chosen, pictureOf, firstId, onRole, onToggle, onMerge }: CandidateChoiceProps) {
  const { t, n } = useWords();
  const [text, setText] = useState('');
  const roles = VOTE_ROLES.filter((one) => one === role || cards.some((card) => card.role === one));
  const mine = cards.filter((card) => card.role === role);
  const listed = mine.length >= FILTER_FROM ? cardsWith(text, mine) : mine;
  const full = chosen.length >= MOST_CANDIDATES;
  if (cards.length === 0) {
    return (
      <>
        <h3 className={styles.head}><span className={styles.title}>{t('voting.candidates')}</span></h3>
        <p className={styles.none}><b>{t('round.none')}</b> {t('round.noneText')}</p>
      </>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('voting.candidates')}</h3>
        {mine.length >= FILTER_FROM && <input type="search" className={styles.filter} value={text} placeholder={t('round.filter')} aria-label={t('round.filter')} autoComplete="off" onChange={(event) => setText(event.target.value)} />}
      </div>
      {roles.length > 1 && (
        <div className={styles.roles}>
          <Segment name={t('round.roles')} wide value={role} onChange={(next) => { setText(''); onRole(next); }} options={roles.map((one) => ({ value: one, label: t(`round.role.${one}`) }))} />
        </div>
      )}
      <ul className={styles.candidates} data-words={role !== 'metaphor'}>
        {listed.map(({ id, label, times }, i) => {
          const on = chosen.some((card) => card.id === id);
          return (
            <li key={id}>
              <button
                id={i === 0 ? firstId : undefined}
                type="button"
                role="checkbox"
                aria-checked={on}
                aria-disabled={full && !on}
                aria-label={times > 1 ? `${label}, ${t('round.times', { count: times })}` : label}
                className={styles.candidate}
                onClick={() => onToggle(id)}
              >
                <span className={styles.picture} aria-hidden>{pictureOf(id)}</span>
                <span className={styles.name}>{label}{times > 1 && role !== 'metaphor' && <span className={styles.times} aria-hidden> {t('catcher.times', { count: times })}</span>}</span>
                <span className={styles.tick} aria-hidden>{on && <Check size={15} strokeWidth={2.8} />}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {listed.length === 0 && <p className={styles.none}>{t('round.filterNone', { text })}</p>}
      <div className={styles.foot}>
        <p role="status">{t('round.chosen', { count: chosen.length })}{full && `, ${t('round.most', { n: n(MOST_CANDIDATES) })}`}</p>
        <p className={styles.merge}>{t('round.mergeHint')}<Button kind="quiet" onPress={onMerge}>{t('round.merge')}</Button></p>
      </div>
    </>
  );
}
